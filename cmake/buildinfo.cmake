# What a build tells of itself, in one generated header, sonde_build.h: read by `sonde --version`, by Help > About, by
# the manual pages and by the package. The commit is asked for at every build, so that it is never that of the last
# configure; the header changes only where its text does.
# With -P: writes the header. The caller gives SOURCE_DIR, OUTPUT and the values that are known at configure time.

# The commit and its time. A source archive has no git: there the changelog's time is the nearest there is, and
# SOURCE_DATE_EPOCH, where it is set, knows better.
function(sonde_ask_git source_dir commit epoch)
    set(hash "unknown")
    set(time "")
    find_program(SONDE_GIT git)
    if(SONDE_GIT AND EXISTS ${source_dir}/.git)
        # The safe folder: who packages may be root in a folder of somebody else's.
        set(ask ${SONDE_GIT} -c safe.directory=${source_dir} -C ${source_dir})
        execute_process(COMMAND ${ask} describe --always --dirty=+changes --abbrev=12 --exclude=*
            OUTPUT_VARIABLE hash OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
        if(failed)
            set(hash "unknown")
        endif()
        execute_process(COMMAND ${ask} log -1 --format=%ct
            OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
    if(DEFINED ENV{SOURCE_DATE_EPOCH})
        set(time $ENV{SOURCE_DATE_EPOCH})
    elseif(NOT time)
        file(TIMESTAMP ${source_dir}/CHANGELOG.md time "%s" UTC)
    endif()
    set(${commit} ${hash} PARENT_SCOPE)
    set(${epoch} ${time} PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    sonde_ask_git(${SOURCE_DIR} SONDE_BUILD_COMMIT SONDE_BUILD_EPOCH)
    # The plain file is for scripts: the package takes its time from there.
    configure_file(${CMAKE_CURRENT_LIST_DIR}/sonde_build.h.in ${OUTPUT}/sonde_build.h @ONLY)
    set(plain "${SONDE_BUILD_COMMIT} ${SONDE_BUILD_EPOCH}\n")
    set(old "")
    if(EXISTS ${OUTPUT}/build-info)
        file(READ ${OUTPUT}/build-info old)
    endif()
    if(NOT plain STREQUAL old)
        file(WRITE ${OUTPUT}/build-info "${plain}")
    endif()
    return()
endif()

include_guard()

set(SONDE_GENERATED_DIR ${CMAKE_BINARY_DIR}/generated)
set(kusto_version "")
if(SONDE_KQL_SERVICE)
    file(READ ${CMAKE_SOURCE_DIR}/resources/package-lock.json lock)
    string(JSON kusto_version GET ${lock} packages node_modules/@kusto/language-service-next version)
endif()
set(build_type ${CMAKE_BUILD_TYPE})
if(NOT build_type)
    set(build_type "no build type")
endif()
add_custom_target(sonde_build_info
    COMMAND ${CMAKE_COMMAND}
        -D SOURCE_DIR=${CMAKE_SOURCE_DIR} -D OUTPUT=${SONDE_GENERATED_DIR}
        -D SONDE_BUILD_TYPE=${build_type} -D "SONDE_BUILD_COMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
        -D SONDE_KUSTO_VERSION=${kusto_version}
        -P ${CMAKE_CURRENT_LIST_FILE}
    BYPRODUCTS ${SONDE_GENERATED_DIR}/sonde_build.h ${SONDE_GENERATED_DIR}/build-info
    VERBATIM)
add_library(sonde_build INTERFACE)
target_include_directories(sonde_build INTERFACE ${SONDE_GENERATED_DIR})
add_dependencies(sonde_build sonde_build_info)
