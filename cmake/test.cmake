# sonde_test(<name> SOURCES ... LINKS ... [WINDOW] [KEYRING] [BUS] [ENVIRONMENT ...]): one test program, registered
# with ctest. Every test has a home of its own, so that no test can touch the settings of who runs it.
# WINDOW runs it in a real window under Xvfb, KEYRING in a private D-Bus session with an unlocked Secret Service,
# BUS in a private D-Bus session with nobody on it.
include_guard()

find_package(Qt6 6.4 REQUIRED COMPONENTS Test)

function(sonde_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "WINDOW;KEYRING;BUS" "TIMEOUT" "SOURCES;LINKS;ENVIRONMENT")
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE sonde_flags Qt6::Test ${arg_LINKS})
    target_compile_definitions(${name} PRIVATE SONDE_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    set(command $<TARGET_FILE:${name}>)
    set(platform offscreen)
    if(arg_WINDOW)
        set(command ${CMAKE_SOURCE_DIR}/tests/support/with-window.sh ${command})
        set(platform xcb)
    endif()
    if(arg_KEYRING)
        set(command ${CMAKE_SOURCE_DIR}/tests/support/with-keyring.sh ${command})
    endif()
    if(arg_BUS)
        set(command ${CMAKE_SOURCE_DIR}/tests/support/with-bus.sh ${command})
    endif()
    add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/support/with-home.sh ${command})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT
        "QT_QPA_PLATFORM=${platform};QT_FORCE_STDERR_LOGGING=1;${arg_ENVIRONMENT}")
    if(SONDE_SANITIZE)
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
            "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp:print_suppressions=0")
    endif()
    if(arg_TIMEOUT)
        set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT})
    endif()
endfunction()
