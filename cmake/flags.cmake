# SPDX-License-Identifier: MIT
# How our own code is compiled. An interface target that is linked privately and not installed: nothing here reaches a
# user of the library. Warnings become errors with CMAKE_COMPILE_WARNING_AS_ERROR, which the presets for developers set.
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(corpus-flags INTERFACE)
target_compile_features(corpus-flags INTERFACE cxx_std_20)
target_compile_options(corpus-flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  # a fused multiply-add rounds once instead of twice: numbers would differ between machines
  -ffp-contract=off
  # calls inside the shared library may be inlined: nobody is meant to replace its functions at run time
  -fno-semantic-interposition
  # GCC 12 sees overlapping copies where strings are put together (its bug 105651)
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

if(CORPUS_SANITIZE)
  target_compile_options(corpus-flags INTERFACE
    -fsanitize=${CORPUS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(corpus-flags INTERFACE -fsanitize=${CORPUS_SANITIZE})
endif()
