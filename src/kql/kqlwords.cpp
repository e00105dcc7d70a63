#include "kql/kqlwords.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Outside every namespace, as Q_INIT_RESOURCE demands.
static void initWordResources()
{
    Q_INIT_RESOURCE(kqlwords);
}

namespace sonde {

namespace {

QList<KqlCompletionItem> readItems(const QJsonValue &json)
{
    const QJsonObject wrapped{{QStringLiteral("i"), json}};
    return KqlCompletion::fromJson(QJsonDocument(wrapped).toJson(QJsonDocument::Compact))->items;
}

struct Words
{
    Words()
    {
        initWordResources();
        QFile file(QStringLiteral(":/kql/words.json"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        start = readItems(root.value(QLatin1String("start")));
        operators = readItems(root.value(QLatin1String("operator")));
        scalar = readItems(root.value(QLatin1String("scalar")));
        aggregate = readItems(root.value(QLatin1String("aggregate"))) + scalar;
        infix = readItems(root.value(QLatin1String("infix")));
        chart = readItems(root.value(QLatin1String("chart")));
        for (const QList<KqlCompletionItem> *list : {&operators, &start, &aggregate}) {
            for (const KqlCompletionItem &item : *list)
                byName.insert(item.name, &item);
        }
    }

    QList<KqlCompletionItem> start;
    QList<KqlCompletionItem> operators;
    QList<KqlCompletionItem> scalar;
    QList<KqlCompletionItem> aggregate; ///< and scalar
    QList<KqlCompletionItem> infix;
    QList<KqlCompletionItem> chart;
    QList<KqlCompletionItem> none;
    QHash<QString, const KqlCompletionItem *> byName;
};

const Words &words()
{
    static const Words all;
    return all;
}

} // namespace

const QList<KqlCompletionItem> &kqlWords(KqlSpot spot)
{
    switch (spot) {
    case KqlSpot::Start:
        return words().start;
    case KqlSpot::Operator:
        return words().operators;
    case KqlSpot::Scalar:
        return words().scalar;
    case KqlSpot::Aggregate:
        return words().aggregate;
    case KqlSpot::Infix:
        return words().infix;
    case KqlSpot::Chart:
        return words().chart;
    case KqlSpot::None:
    case KqlSpot::Name:
        break;
    }
    return words().none;
}

const KqlCompletionItem *kqlWord(QStringView name)
{
    return words().byName.value(name.toString());
}

} // namespace sonde
