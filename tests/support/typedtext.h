#pragma once

#include <QString>
#include <chrono>

namespace sonde {

/// What tests/app/typist.cpp types into a tab: the first \a length letters of a text that each tab has of its
/// own.
inline QString typedText(const QString &tab, qsizetype length)
{
    QString text;
    quint32 state = 1;
    for (const QChar letter : tab)
        state = state * 31 + letter.unicode();
    for (qsizetype i = 0; i < length; ++i) {
        state = state * 1664525U + 1013904223U;
        text.append(QChar(u'a' + static_cast<char16_t>((state >> 16) % 26)));
    }
    return text;
}

/// The same in every process of this machine.
inline qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace sonde
