#pragma once

#include <QTranslator>

namespace sonde {

/// A language in which every text is itself in brackets: what stands without them was never translated.
class PseudoTranslator final : public QTranslator
{
public:
    static constexpr QChar opening{u'⟦'};
    static constexpr QChar closing{u'⟧'};

    using QTranslator::QTranslator;

    QString translate(const char *, const char *source, const char *, int) const override
    {
        return opening + QString::fromUtf8(source) + closing;
    }
    bool isEmpty() const override { return false; }
};

} // namespace sonde
