# Debian's copyright file: its head is packaging/debian/copyright.in, and each "@licence NAME@" in it is the text of
# resources/licences/NAME.txt, so that no licence stands in the tree twice.

# A text as the field of a Debian control file: each line begins with a blank, an empty one is a dot.
function(sonde_debian_field file out)
    file(READ ${file} text)
    string(STRIP "${text}" text)
    string(REGEX REPLACE "[ \t\r]+\n" "\n" text "${text}")
    string(REGEX REPLACE "\n\n" "\n.\n" text "${text}")
    string(REGEX REPLACE "\n\n" "\n.\n" text "${text}")
    string(REPLACE "\n" "\n " text "${text}")
    set(${out} " ${text}" PARENT_SCOPE)
endfunction()

function(sonde_write_debian_copyright target)
    set(template ${CMAKE_SOURCE_DIR}/packaging/debian/copyright.in)
    file(READ ${template} text)
    string(REGEX MATCHALL "@licence [a-z0-9.-]+@" marks "${text}")
    foreach(mark IN LISTS marks)
        string(REGEX REPLACE "@licence (.*)@" "\\1" name "${mark}")
        set(file ${CMAKE_SOURCE_DIR}/resources/licences/${name}.txt)
        sonde_debian_field(${file} field)
        string(REPLACE "${mark}" "${field}" text "${text}")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${template})
    file(CONFIGURE OUTPUT ${target} CONTENT "${text}" @ONLY)
endfunction()
