#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <string>
#include <vector>

namespace sonde {

/// The element of one of the files and how many bytes are to be between its tags.
struct XmlContent
{
    QByteArray file;
    std::string element;
    std::uint64_t size = 0;
};

/// Whether a workbook, a ZIP file of XML, is whole: every file in it unpacks to the size and the checksum
/// that it is said to have and ends with the end of its first element, and all of \a contents is there. Io
/// with the name of the first file that is not.
Result<void> checkXmlZip(const QString &path, const std::vector<XmlContent> &contents);

} // namespace sonde
