#include "azure/classicreader.h"

namespace sonde {

Result<BodyReader::Appetite> ClassicReader::take(std::string_view bytes)
{
    m_body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return Appetite::More;
}

Result<void> ClassicReader::end()
{
    Result<ClassicAnswer> answer = decodeClassicAnswer(m_body);
    if (!answer)
        return failure(answer.error());
    m_body = QByteArray();
    m_answer = std::move(*answer);
    return {};
}

void ClassicReader::breakOff()
{
    m_part = decodeClassicPart(m_body);
    m_body = QByteArray();
}

} // namespace sonde
