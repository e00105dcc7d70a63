# macOS: a bundle in a disk image. Secrets are in the login keychain, which Qt Keychain speaks. See
# packaging/macos/build.sh for the whole way. Written, and not run: see README.
set(icon ${CMAKE_CURRENT_LIST_DIR}/sonde.icns)
target_sources(sonde PRIVATE ${icon})
set_source_files_properties(${icon} TARGET_DIRECTORY sonde PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
set_target_properties(sonde PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Sonde
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_LIST_DIR}/Info.plist.in
    INSTALL_RPATH "@executable_path/../Frameworks")
install(TARGETS sonde BUNDLE DESTINATION .)
if(TARGET sonde-sandbox)
    # Beside the program: /usr/local/bin may link to both.
    set_target_properties(sonde-sandbox PROPERTIES INSTALL_RPATH "@executable_path/../Frameworks")
    install(TARGETS sonde-sandbox RUNTIME DESTINATION Sonde.app/Contents/MacOS)
    install(FILES ${SONDE_DUCKDB_LIBRARY} DESTINATION Sonde.app/Contents/Frameworks)
endif()
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION Sonde.app/Contents/Resources)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/licences DESTINATION Sonde.app/Contents/Resources)
# macdeployqt: Qt's frameworks and plugins, and the libraries of others that the program links.
qt_generate_deploy_app_script(TARGET sonde FILENAME_VARIABLE deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy_script})

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Sonde)
set(CPACK_DMG_FORMAT UDZO)
