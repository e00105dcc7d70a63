# Every compiler flag and Qt define of the project, carried by one INTERFACE target.
include_guard()

add_library(sonde_flags INTERFACE)
target_include_directories(sonde_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(sonde_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    $<$<BOOL:${SONDE_WERROR}>:-Werror>)
target_compile_definitions(sonde_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Where it optimises, GCC 12 thinks that the words of a std::string may overlap themselves (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(sonde_flags INTERFACE $<$<CONFIG:Release>:-Wno-restrict>)
endif()

# No path of this machine gets into what is shipped: two folders give the same program. A debugger of the preset `dev`
# keeps the true ones.
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(sonde_flags INTERFACE
        $<IF:$<CONFIG:Debug>,-fmacro-prefix-map,-ffile-prefix-map>=${CMAKE_SOURCE_DIR}/=)
endif()

# Nor when a resource's file was written, which Qt's rcc else keeps: it takes a time from its environment. (Other custom
# commands do not mind. Generators of IDEs know no launcher; their programs differ by those times.)
set_property(GLOBAL PROPERTY RULE_LAUNCH_CUSTOM "\"${CMAKE_COMMAND}\" -E env QT_RCC_SOURCE_DATE_OVERRIDE=1")

if(SONDE_SANITIZE)
    target_compile_options(sonde_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(sonde_flags INTERFACE -fsanitize=address,undefined)
endif()

# Clang watches which ways the code takes, for libFuzzer; each target of tests/fuzz brings libFuzzer's main().
if(SONDE_FUZZ)
    target_compile_options(sonde_flags INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined)
endif()

# A fast linker and a compiler cache where they are present; neither is needed.
find_program(SONDE_MOLD mold)
if(SONDE_MOLD)
    target_link_options(sonde_flags INTERFACE -fuse-ld=mold)
endif()
find_program(SONDE_CCACHE ccache)
if(SONDE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${SONDE_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${SONDE_CCACHE})
endif()

# sonde_library(<name> SOURCES ... LINKS ...): the static library sonde_<name>, one per folder of src/.
function(sonde_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;PRIVATE_LINKS")
    add_library(sonde_${name} STATIC ${arg_SOURCES})
    target_link_libraries(sonde_${name} PUBLIC sonde_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()
