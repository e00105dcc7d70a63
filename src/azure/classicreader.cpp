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
    m_body = QByteArray();
    if (!answer)
        return failure(answer.error());
    m_answer = std::move(*answer);
    return {};
}

} // namespace sonde
