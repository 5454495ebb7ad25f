// SPDX-License-Identifier: MIT
#include "corpus/unicode/abbreviation_lists.hpp"

namespace corpus::unicode {
namespace {

constexpr AbbreviationLists lists[] = {
    {.language = "de",
     .never_final =
         "Abg Bgm D.h Dipl Dr Drs Fr Frl Gebr Hl Hr Hrn Hrsg Ing Mag Mio Mrd Nr Nrn Prof St Tel Tsd Vgl Z.B "
         "a.D abzgl allg bes bspw bzgl bzw ca d.h d.i dt engl ev evtl exkl frz geb gegr gest ggf griech hl "
         "hrsg i.A i.V i.d.R inkl insb insbes kath m.E max mind nördl o.g röm s.o s.u sog staatl südl u.U u.a "
         "v.a vgl westl z.B z.Hd z.T z.Zt zzgl östl",
     .maybe_final = "Aufl Aug Co Dez Febr Jan Jh Jhd Nov Okt Sept Str a.M a.a.O d.J d.M e.V etc ff n.Chr o.Ä o.ä u.s.w "
                    "u.v.m u.Ä u.ä usf usw v.Chr",
     .before_number = "Abb Abs Anm Art Bd Bde Fig Kap S Sp Tab Taf Z Ziff f",
     .after_ordinal =
         "Apr April Auflage Aug August Bezirk Dez Dezember Etage Feb Feber Febr Februar Geburtstag Jahrhundert "
         "Jahrhunderte Jahrhunderts Jahrtausend Jahrtausends Jan Januar Jh Jhd Jul Juli Jun Juni Jänner "
         "Kapitel Klasse Lebensjahr Mai Mal März Nov November Okt Oktober Platz Runde Semester Sep Sept "
         "September Stock Tag Tages Weltkrieg Weltkrieges Weltkriegs"},
    {.language = "en",
     .never_final =
         "Adm Asst Atty Brig Capt Cdr Cf Cmdr Col Cpl Det Dr Drs E.g Fig Figs Fr Ft Gen Gov Hon I.e Insp Lieut "
         "Lt Maj Messrs Mlle Mme Mmes Mr Mrs Ms Mt Mx Pfc Pres Prof Pvt Rep Reps Rev Revd Rt Sen Sens Sgt St "
         "Supt Vs ca cf e.g i.e viz vs",
     .maybe_final =
         "A.D A.M Apr Aug Ave B.A B.C B.Sc Blvd Bros Calif Co Conn Corp D.C Dec Dept E.U Esq Feb Inc Jan Jr "
         "L.A Ltd M.A M.D M.Sc Mass N.Y Nov Oct P.M P.S Ph.D Rd Sept Sq Sr Thurs Tues U.K U.N U.S U.S.A Wash "
         "a.m al approx dept ed eds esp est etc incl misc p.m resp tel",
     .before_number =
         "Art Ch Eq No Nos Nr Pl Sec Vol Vols art bk c ch chap chaps col eq fig figs fol no nos p par para pl "
         "pp sec v vol vols"},
    {.language = "es",
     .never_final =
         "Arq Av Avda Cap Cnel D Dr Dra Dras Dres Dña Excma Excmo Fr Gral Hna Hno Ilma Ilmo Ing Lic Licda Mons "
         "P.ej Prof Profa Rvda Rvdo S Sr Sra Sras Sres Srta Srtas Sta Sto Tte cf p.ej vs",
     .maybe_final = "CC.OO Cía EE.UU FF.AA JJ.OO Jr S.A S.L Ud Uds Vd Vds a.C a.m aprox d.C dpto etc p.m tel tfno",
     .before_number = "Art Fig Núm art arts cap caps fig figs lib n núm núms p pp pág págs t vol vols"},
    {.language = "fr",
     .never_final = "Cf Dr Drs M MM Me Mgr Mlle Mlles Mme Mmes Mr P.ex Pr Prof St Ste Vve apr av cf env ex p.ex",
     .maybe_final = "Cie Jr S.A Sté adj avr bd boul coll déc etc févr hab janv juil nov oct sept trad tél éd",
     .before_number = "Art Chap Fig No Vol art chap fasc fig fol n no p pl pp t vol"},
    {.language = "it",
     .never_final = "Arch Avv Cap Card Cav Cfr Col Comm Dott Dott.ssa Dr Gen Geom Ing Mons On P.es Prof Prof.ssa Proff "
                    "Rag S SS Sen Sig Sig.na Sig.ra Sigg Ten ca cfr es p.es",
     .maybe_final = "S.p.A S.r.l a.C a.m d.C ecc etc p.m tel u.s",
     .before_number = "Art Fig art artt cap capp fig figg n nn nr p pag pagg pp tav vol voll"},
    {.language = "nl",
     .never_final = "Bijv Dhr Dr Drs Ds Ing Ir Mej Mevr Mr Mw Prof St bijv bv ca d.m.v d.w.z dhr dr drs ds i.p.v i.v.m "
                    "ing ir m.a.w m.b.t mej mevr mr mw n.a.v nl o.a o.l.v prof resp t.a.v t.o.v vgl zgn zog",
     .maybe_final = "B.V Jr N.V Sr a.s e.a e.d e.v enz etc jl jr m.m n.Chr s.v.p sr v.Chr",
     .before_number = "Afb Art Fig Nr afb art blz dl fig hfdst nr nrs p pag pp"},
    {.language = "pl",
     .never_final =
         "Dr Inż Ks M.in Mgr Np Prof Tzn Tzw Ul al bł doc dr ds gen hab inż kpt ks m.in mgr mjr np os p pl por "
         "ppłk prof płk tj tzn tzw ul wg Śp Św śp św",
     .maybe_final = "S.A ang etc godz gr itd itp mld mln n.e niem o.o p.n.e r ros tys w ww zł łac",
     .before_number = "Art Nr Rys Tab art nr ok pkt poz rozdz rys s str t tab tel ust"},
    {.language = "pt",
     .never_final = "Arq Av Cap Cel Cf D Des Dr Dra Dras Drs Eng Exma Exmo Fr Gen Gov Ilma Ilmo Min P.ex Pe Prof Profa "
                    "Rev S Sgt Sr Sra Sras Srs Srta Sta Sto Ten cf p.ex vs",
     .maybe_final = "Cia Jr Ltda S.A a.C a.m abr ago aprox d.C dez etc fev jan jul jun nov out p.m set tel",
     .before_number = "Art Fig art arts cap caps fig n núm p pp pág págs vol vols"},
    {.language = "ru",
     .never_final =
         "И.о Напр Проф Св См Ср Т.е Т.к акад гр доц зам и.о напр пер пл просп проф св ср т.е т.к т.н тов ул",
     .maybe_final = "в вв г гг др коп млн млрд н.э пр руб т.д т.п тел тыс",
     .before_number = "Гл Рис Стр Табл гл д кв корп рис с ст стр т табл"},
    {.language = "und",
     .never_final =
         "Adm Capt Cf Cmdr Col D.h Dott Dr Dra Drs E.g Frl Gen Gov Hon Hr Hrn I.e Lt Maj Messrs Mgr Mlle Mlles "
         "Mme Mmes Mons Mr Mrs Ms Mt Mx Prof Profa Rev Sen Sgt Sig Sra Sres Srta St Ste Z.B bijv bzw ca cf cfr "
         "d.h e.g evtl ggf i.e m.in p.ej p.es p.ex vgl viz vs z.B z.T",
     .maybe_final = "A.D A.M B.A B.C Co Corp D.C EE.UU Inc Jr Ltd M.A M.D P.M Ph.D S.A Sr U.K U.N U.S U.S.A a.m al ecc "
                    "enz etc itd itp n.Chr p.m usf usw v.Chr",
     .before_number = "Abb Art Bd Fig Kap No Nos Nr Vol art fig figs nr p pag pp pág vol"},
};

}  // namespace

std::span<const AbbreviationLists> abbreviation_lists() noexcept { return lists; }

}  // namespace corpus::unicode
