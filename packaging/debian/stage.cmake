# Turns what was installed into what Debian's policy asks for, before cpack packs it.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
    return()
endif()
set(usr ${CPACK_TEMPORARY_DIRECTORY}/usr)
set(doc ${usr}/share/doc/sonde)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# As dh_strip does it. Sections that are no code tell nothing about a build of another day.
file(GLOB programs ${usr}/bin/*)
file(GLOB libraries ${usr}/lib/sonde/private/*.so)
run(${CPACK_SONDE_STRIP} --remove-section=.comment --remove-section=.note ${programs})
if(libraries)
    run(${CPACK_SONDE_STRIP} --remove-section=.comment --remove-section=.note --strip-unneeded ${libraries})
endif()

file(RENAME ${usr}/share/zsh/site-functions ${usr}/share/zsh/vendor-completions)

# The licences are in the one file where Debian looks for them.
file(REMOVE_RECURSE ${usr}/share/licenses)
file(MAKE_DIRECTORY ${doc})
configure_file(${CPACK_SONDE_PAPERS_DIR}/copyright ${doc}/copyright COPYONLY)
configure_file(${CPACK_SONDE_PAPERS_DIR}/changelog.Debian ${doc}/changelog.Debian COPYONLY)
configure_file(${CPACK_SONDE_SOURCE_DIR}/CHANGELOG.md ${doc}/changelog COPYONLY)
set(overrides ${CPACK_SONDE_SOURCE_DIR}/packaging/debian/lintian-overrides)
if(EXISTS ${overrides})
    file(MAKE_DIRECTORY ${usr}/share/lintian/overrides)
    configure_file(${overrides} ${usr}/share/lintian/overrides/sonde COPYONLY)
endif()
file(GLOB pages ${usr}/share/man/man1/*.1)
run(gzip -9n ${pages} ${doc}/changelog.Debian ${doc}/changelog)

run(find ${usr} -type d -exec chmod 755 {} +)
run(find ${usr} -type f -exec chmod 644 {} +)
run(chmod 755 ${programs})
run(find ${usr} -exec touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} {} +)
