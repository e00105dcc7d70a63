#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QRandomGenerator>

namespace sonde {

/// Makes answers of the services up: the shapes of the wire with hard values in them, one for each seed, the
/// same everywhere. All of them are JSON that QJsonDocument reads, too, so that it can be the judge.
class AnswerGenerator
{
public:
    enum class Size {
        Small, ///< some hundred bytes, to be cut at every border
        Large  ///< up to some hundred thousand, of many rows or many columns
    };

    explicit AnswerGenerator(quint32 seed);

    /// Key order is random: `columns` may follow `rows`, `error` and the like may come first.
    QByteArray logsAnswer(Size size);
    QByteArray classicAnswer(Size size);

    /// A number below \a bound, for who cuts the answer.
    int below(int bound) { return bound <= 1 ? 0 : m_random.bounded(bound); }

private:
    QByteArray space();
    QByteArray object(QByteArrayList members);
    QByteArray member(const QByteArray &key, const QByteArray &value);
    QByteArray key(const QByteArray &name);
    QByteArray quoted(int longest);
    QByteArray integer();
    QByteArray real();
    QByteArray dateTime();
    QByteArray timeSpan();
    QByteArray guid();
    QByteArray decimal();
    QByteArray json(int depth);
    QByteArray nested();
    QByteArray strangeCell();
    QByteArray cellOf(const QByteArray &type);
    QByteArray table(Size size);
    QByteArray record(const QByteArrayList &fields, const QByteArrayList &types);
    QByteArray pick(const QByteArrayList &list) { return list.at(below(static_cast<int>(list.size()))); }

    QRandomGenerator m_random;
};

} // namespace sonde
