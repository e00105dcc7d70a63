# Linux: the files of the freedesktop specifications, manual pages, completion; and Debian's package.
add_subdirectory(papers)

foreach(kind IN ITEMS desktop mime.xml)
    configure_file(linux/sonde.${kind}.in ${SONDE_PAPERS_DIR}/${SONDE_APPLICATION_ID}.${kind} @ONLY)
endforeach()

install(TARGETS ${programs} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET sonde_duckdb)
    # Nobody else's: out of the linker's way, found from the programs' own place. Build tree and installation look
    # alike, so that no path of the build is in a program, and none has to be edited out of it.
    # (One folder deeper than it must be: CPack has ldconfig run for what lies in a folder of /usr/lib.)
    set(private_dir lib/sonde/private)
    set_target_properties(${programs} PROPERTIES
        BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN/../${private_dir}")
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/${private_dir})
    file(CREATE_LINK ${SONDE_DUCKDB_LIBRARY} ${CMAKE_BINARY_DIR}/${private_dir}/libduckdb.so SYMBOLIC)
    install(FILES ${SONDE_DUCKDB_LIBRARY} DESTINATION ${private_dir})
endif()

set(data ${CMAKE_INSTALL_DATADIR})
install(FILES ${SONDE_PAPERS_DIR}/${SONDE_APPLICATION_ID}.desktop DESTINATION ${data}/applications)
install(FILES ${SONDE_PAPERS_DIR}/${SONDE_APPLICATION_ID}.metainfo.xml DESTINATION ${data}/metainfo)
install(FILES ${SONDE_PAPERS_DIR}/${SONDE_APPLICATION_ID}.mime.xml DESTINATION ${data}/mime/packages
    RENAME ${SONDE_APPLICATION_ID}.xml)
install(FILES ${CMAKE_SOURCE_DIR}/resources/sonde.svg DESTINATION ${data}/icons/hicolor/scalable/apps
    RENAME ${SONDE_APPLICATION_ID}.svg)
install(FILES ${CMAKE_SOURCE_DIR}/resources/sonde-symbolic.svg DESTINATION ${data}/icons/hicolor/symbolic/apps
    RENAME ${SONDE_APPLICATION_ID}-symbolic.svg)
file(GLOB notices CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/licences/*.txt)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${notices} DESTINATION ${data}/licenses/sonde)
foreach(program IN LISTS programs)
    install(FILES ${SONDE_PAPERS_DIR}/${program}.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${SONDE_PAPERS_DIR}/${program}.bash DESTINATION ${data}/bash-completion/completions
        RENAME ${program})
    install(FILES ${SONDE_PAPERS_DIR}/${program}.zsh DESTINATION ${data}/zsh/site-functions RENAME _${program})
    install(FILES ${SONDE_PAPERS_DIR}/${program}.fish DESTINATION ${data}/fish/vendor_completions.d)
endforeach()

include(debian/copyright.cmake)
sonde_write_debian_copyright(${SONDE_PAPERS_DIR}/copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library's dependency brings: Qt's plugins for the X server and SQLite, and the translations of its buttons.
# The icon plugin's package comes by way of the library that it is in.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | org.freedesktop.secrets, qt6-wayland, fonts-dejavu-core")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# What is Debian's way only is done to the files before they are packed, with the commit's time on all of them.
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/../debian/cpack.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/../debian/stage.cmake)
set(CPACK_SONDE_PAPERS_DIR ${SONDE_PAPERS_DIR})
set(CPACK_SONDE_SOURCE_DIR ${CMAKE_SOURCE_DIR})
set(CPACK_SONDE_BUILD_INFO ${SONDE_GENERATED_DIR}/build-info)
set(CPACK_SONDE_STRIP ${CMAKE_STRIP})
