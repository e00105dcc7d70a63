#include "results/zipcheck.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <array>
#include <optional>
#include <zlib.h>

namespace sonde {

namespace {

/// Numbers of the format, least byte first.
std::uint64_t number(const char *at, int bytes)
{
    std::uint64_t value = 0;
    for (int i = bytes - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(at[i]);
    return value;
}

struct Entry
{
    QByteArray name;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0;
    std::uint32_t checksum = 0;
};

constexpr std::uint64_t inExtra = 0xFFFFFFFF; ///< the number stands in the ZIP64 field

/// The ZIP64 field has, in this order, the numbers that have no room in their usual places.
void readExtra(Entry &entry, QByteArrayView extra)
{
    while (extra.size() >= 4) {
        const auto size = static_cast<qsizetype>(number(extra.data() + 2, 2));
        if (extra.size() < 4 + size)
            return;
        if (number(extra.data(), 2) == 1) {
            qsizetype at = 4;
            for (std::uint64_t *value : {&entry.size, &entry.packed, &entry.offset}) {
                if (*value == inExtra && at + 8 <= 4 + size) {
                    *value = number(extra.data() + at, 8);
                    at += 8;
                }
            }
            return;
        }
        extra = extra.sliced(4 + size);
    }
}

/// The directory at the end of the file; empty where there is none.
std::vector<Entry> entriesOf(QFile &file)
{
    constexpr qsizetype endSize = 22;
    constexpr qsizetype headSize = 46;
    const qint64 tailSize = std::min<qint64>(file.size(), 65'536 + endSize);
    file.seek(file.size() - tailSize);
    const QByteArray tail = file.read(tailSize);
    const qsizetype end = tail.lastIndexOf(QByteArrayView("PK\x05\x06"));
    if (end < 0 || tail.size() < end + endSize)
        return {};
    std::vector<Entry> entries;
    const std::uint64_t count = number(tail.data() + end + 10, 2);
    std::uint64_t start = number(tail.data() + end + 16, 4);
    const std::uint64_t size = number(tail.data() + end + 12, 4);
    // With ZIP64 the place may have no room there; the directory ends before the records of the end.
    const qsizetype end64 = tail.lastIndexOf(QByteArrayView("PK\x06\x06"));
    if (start == inExtra && end64 >= 0 && tail.size() >= end64 + 56)
        start = number(tail.data() + end64 + 48, 8);
    if (!file.seek(static_cast<qint64>(start)))
        return {};
    const QByteArray directory = file.read(static_cast<qint64>(size));
    qsizetype at = 0;
    while (at + headSize <= directory.size() && number(directory.data() + at, 4) == 0x02014b50) {
        const char *head = directory.data() + at;
        const auto nameSize = static_cast<qsizetype>(number(head + 28, 2));
        const auto extraSize = static_cast<qsizetype>(number(head + 30, 2));
        Entry entry{directory.mid(at + headSize, nameSize), number(head + 20, 4), number(head + 24, 4),
                    number(head + 42, 4), static_cast<std::uint32_t>(number(head + 16, 4))};
        const QByteArray extra = directory.mid(at + headSize + nameSize, extraSize);
        readExtra(entry, extra);
        entries.push_back(std::move(entry));
        at += headSize + nameSize + extraSize + static_cast<qsizetype>(number(head + 32, 2));
    }
    return entries.size() == count ? entries : std::vector<Entry>();
}

/// What the unpacked bytes were.
class Unpacked
{
public:
    /// \a tag is looked for.
    explicit Unpacked(std::string tag)
        : m_tag(std::move(tag))
    {}

    void add(std::string_view bytes)
    {
        m_checksum = static_cast<std::uint32_t>(crc32(
            m_checksum, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size())));
        if (m_begin.size() < keptBytes)
            m_begin.append(bytes.substr(0, keptBytes));
        m_end.append(bytes);
        if (m_tagEnd == 0 && !m_tag.empty()) {
            if (const std::size_t at = m_end.find(m_tag); at != std::string::npos)
                m_tagEnd = m_size + bytes.size() - (m_end.size() - at - m_tag.size());
        }
        m_size += bytes.size();
        if (m_end.size() > keptBytes)
            m_end.erase(0, m_end.size() - keptBytes);
    }

    bool isAsSaid(const Entry &entry) const { return m_size == entry.size && m_checksum == entry.checksum; }

    /// Whether the element that begins the text ends it.
    bool isWholeXml() const
    {
        const std::size_t declaration = m_begin.find("?>");
        const std::size_t root = m_begin.find('<', declaration == std::string::npos ? 0 : declaration);
        if (root == std::string::npos)
            return false;
        const std::string name = m_begin.substr(root + 1, m_begin.find_first_of(" >", root) - root - 1);
        const std::string_view end(m_end.data(), m_end.find_last_not_of("\r\n") + 1);
        return end.ends_with("</" + name + '>');
    }

    /// How many bytes are between the tag and \a endTag, which is near the end; nothing where they are
    /// not there.
    std::optional<std::uint64_t> sizeBefore(const std::string &endTag) const
    {
        const std::size_t at = m_end.rfind(endTag);
        if (m_tagEnd == 0 || at == std::string::npos)
            return {};
        return m_size - (m_end.size() - at) - m_tagEnd;
    }

private:
    static constexpr std::size_t keptBytes = 4096;

    std::string m_tag;
    std::uint64_t m_tagEnd = 0; ///< where the tag ends; 0: not yet seen
    std::uint64_t m_size = 0;
    std::uint32_t m_checksum = 0;
    std::string m_begin; ///< the first and the last of the bytes
    std::string m_end;
};

/// Whether there is as much as the entry says, of which \a unpacked is told.
bool unpack(QFile &file, const Entry &entry, Unpacked &unpacked)
{
    constexpr qsizetype headSize = 30;
    if (!file.seek(static_cast<qint64>(entry.offset)))
        return false;
    const QByteArray head = file.read(headSize);
    if (head.size() != headSize ||
        !file.seek(static_cast<qint64>(entry.offset + headSize + number(head.data() + 26, 2) +
                                       number(head.data() + 28, 2))))
        return false;
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return false;
    std::array<char, 65'536> out{};
    std::uint64_t left = entry.packed;
    int state = Z_OK;
    while (state == Z_OK && left > 0) {
        QByteArray in = file.read(static_cast<qint64>(std::min<std::uint64_t>(left, 1 << 20)));
        if (in.isEmpty())
            break;
        left -= static_cast<std::uint64_t>(in.size());
        stream.next_in = reinterpret_cast<Bytef *>(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = static_cast<uInt>(out.size());
            state = inflate(&stream, Z_NO_FLUSH);
            unpacked.add({out.data(), out.size() - stream.avail_out});
        } while (state == Z_OK && stream.avail_out == 0);
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END;
}

} // namespace

Result<void> checkXmlZip(const QString &path, const std::vector<XmlContent> &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, file.errorString());
    const std::vector<Entry> entries = entriesOf(file);
    std::size_t found = 0;
    for (const Entry &entry : entries) {
        const auto content = std::find_if(contents.begin(), contents.end(),
                                          [&entry](const XmlContent &one) { return one.file == entry.name; });
        const bool isContent = content != contents.end();
        Unpacked unpacked(isContent ? '<' + content->element + '>' : std::string());
        bool isFit = unpack(file, entry, unpacked) && unpacked.isAsSaid(entry) && unpacked.isWholeXml();
        if (isContent) {
            ++found;
            isFit = isFit && unpacked.sizeBefore("</" + content->element + '>') == content->size;
        }
        if (!isFit)
            return failure(ErrorKind::Io, QString::fromUtf8(entry.name));
    }
    if (entries.empty() || found != contents.size())
        return failure(ErrorKind::Io, QFileInfo(path).fileName());
    return {};
}

} // namespace sonde
