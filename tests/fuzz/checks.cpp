#include "fuzz/checks.h"

#include "results/writers.h"

#include <QStringDecoder>
#include <cstdio>
#include <cstdlib>

namespace sonde::fuzz {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}

void requireReadable(const Table &table)
{
    for (const Column &column : table.columns()) {
        require(column.size() == table.rowCount(), "a column has a cell for every row");
        for (std::size_t row = 0; row < column.size(); ++row) {
            const std::string text = cellText({&column, row});
            if (!isTextType(column.type()))
                continue;
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
            require(!decoder.hasError(), "texts are UTF-8");
        }
    }
}

unsigned Input::takeByte()
{
    if (m_rest.empty())
        return 0;
    const auto byte = static_cast<unsigned char>(m_rest.front());
    m_rest.remove_prefix(1);
    return byte;
}

std::string Input::takeBytes(std::size_t most)
{
    std::string bytes(m_rest.substr(0, most));
    m_rest.remove_prefix(bytes.size());
    return bytes;
}

} // namespace sonde::fuzz
