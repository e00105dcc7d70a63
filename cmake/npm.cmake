# What the build takes from npm: resources/package-lock.json pins it, packaging/install-build-dependencies.sh
# installs it into resources/node_modules. A part that is missing is switched off, and the program says so.
include_guard()

set(SONDE_NODE_MODULES ${CMAKE_SOURCE_DIR}/resources/node_modules CACHE PATH "Where the npm packages lie")

if(SONDE_KQL_SERVICE)
    set(SONDE_KUSTO_DIR ${SONDE_NODE_MODULES}/@kusto/language-service-next)
    if(NOT EXISTS ${SONDE_KUSTO_DIR}/Kusto.Language.Bridge.min.js)
        message(WARNING "No Kusto language service in ${SONDE_NODE_MODULES}; building without it.")
        set(SONDE_KQL_SERVICE OFF)
    endif()
endif()

if(SONDE_LOCAL_ENGINE AND NOT SONDE_KQL_SERVICE)
    message(STATUS "Building without the embedded workspace: its engine reads KQL with the Kusto language service.")
    set(SONDE_LOCAL_ENGINE OFF)
endif()

if(SONDE_LOCAL_ENGINE)
    set(SONDE_DUCKDB_LIBRARY ${SONDE_NODE_MODULES}/@duckdb/node-bindings-linux-x64/libduckdb.so
        CACHE FILEPATH "DuckDB's shared library")
    # Windows only: what is linked in place of the library.
    set(SONDE_DUCKDB_IMPORT_LIBRARY "" CACHE FILEPATH "duckdb.lib")
    set(SONDE_DUCKDB_INCLUDE ${SONDE_NODE_MODULES}/.sonde CACHE PATH "The folder of duckdb.h")
    if(EXISTS ${SONDE_DUCKDB_LIBRARY} AND EXISTS ${SONDE_DUCKDB_INCLUDE}/duckdb.h)
        add_library(sonde_duckdb SHARED IMPORTED GLOBAL)
        set_target_properties(sonde_duckdb PROPERTIES
            IMPORTED_LOCATION ${SONDE_DUCKDB_LIBRARY}
            INTERFACE_INCLUDE_DIRECTORIES ${SONDE_DUCKDB_INCLUDE}
            INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${SONDE_DUCKDB_INCLUDE})
        if(SONDE_DUCKDB_IMPORT_LIBRARY)
            set_target_properties(sonde_duckdb PROPERTIES IMPORTED_IMPLIB ${SONDE_DUCKDB_IMPORT_LIBRARY})
        endif()
    else()
        message(WARNING "No DuckDB in ${SONDE_NODE_MODULES}; building without the embedded workspace.")
        set(SONDE_LOCAL_ENGINE OFF)
    endif()
endif()
