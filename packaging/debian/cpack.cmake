# Read by cpack before it packs: one commit gives one package, whenever and wherever it is made.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    file(READ ${CPACK_SONDE_BUILD_INFO} info)
    string(REGEX REPLACE ".* ([0-9]+)\n?$" "\\1" epoch "${info}")
    set(ENV{SOURCE_DATE_EPOCH} ${epoch})
endif()
