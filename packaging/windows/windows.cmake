# Windows: a folder that runs from anywhere (ZIP) and an installer (NSIS). Secrets are in the Windows Credential Store,
# which Qt Keychain speaks. See packaging/windows/build.ps1 for the whole way. Written, and not run: see README.
configure_file(${CMAKE_CURRENT_LIST_DIR}/sonde.rc.in ${CMAKE_CURRENT_BINARY_DIR}/sonde.rc @ONLY)
enable_language(RC)
target_sources(sonde PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/sonde.rc)
set_target_properties(sonde PROPERTIES WIN32_EXECUTABLE ON)

# A program with windows has no console to write to. `sonde query` typed in a shell finds sonde.com before sonde.exe.
add_executable(sonde-console ${CMAKE_SOURCE_DIR}/src/app/main.cpp)
target_link_libraries(sonde-console PRIVATE sonde_app)
set_target_properties(sonde-console PROPERTIES OUTPUT_NAME sonde SUFFIX .com)
list(APPEND programs sonde-console)

install(TARGETS ${programs} RUNTIME_DEPENDENCY_SET sonde_libraries RUNTIME DESTINATION bin)
install(RUNTIME_DEPENDENCY_SET sonde_libraries
    PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^qt6.*"
    POST_EXCLUDE_REGEXES "[/\\\\][Ss]ystem32[/\\\\]"
    RUNTIME DESTINATION bin)
if(TARGET sonde_duckdb)
    install(FILES ${SONDE_DUCKDB_LIBRARY} DESTINATION bin)
endif()
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/licences/ DESTINATION licences)
# windeployqt: Qt's libraries, its plugins for windows, TLS, SVG icons and SQLite, and its translations.
qt_generate_deploy_app_script(TARGET sonde FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy_script})

set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Sonde)
set(CPACK_PACKAGE_EXECUTABLES sonde Sonde)
set(CPACK_NSIS_PACKAGE_NAME Sonde)
set(CPACK_NSIS_DISPLAY_NAME Sonde)
set(CPACK_NSIS_INSTALLED_ICON_NAME bin/sonde.exe)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_LIST_DIR}/sonde.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_LIST_DIR}/sonde.ico)
set(CPACK_NSIS_URL_INFO_ABOUT ${PROJECT_HOMEPAGE_URL})
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
# Query files: offered to Sonde, and taken from no other program that has them.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS
"WriteRegStr SHCTX 'Software\\Classes\\${SONDE_APPLICATION_ID}.query' '' 'Kusto query'
WriteRegStr SHCTX 'Software\\Classes\\${SONDE_APPLICATION_ID}.query\\DefaultIcon' '' '$INSTDIR\\bin\\sonde.exe,0'
WriteRegStr SHCTX 'Software\\Classes\\${SONDE_APPLICATION_ID}.query\\shell\\open\\command' '' '\"$INSTDIR\\bin\\sonde.exe\" \"%1\"'
WriteRegStr SHCTX 'Software\\Classes\\.kql\\OpenWithProgids' '${SONDE_APPLICATION_ID}.query' ''
WriteRegStr SHCTX 'Software\\Classes\\.csl\\OpenWithProgids' '${SONDE_APPLICATION_ID}.query' ''")
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS
"DeleteRegKey SHCTX 'Software\\Classes\\${SONDE_APPLICATION_ID}.query'
DeleteRegValue SHCTX 'Software\\Classes\\.kql\\OpenWithProgids' '${SONDE_APPLICATION_ID}.query'
DeleteRegValue SHCTX 'Software\\Classes\\.csl\\OpenWithProgids' '${SONDE_APPLICATION_ID}.query'")
