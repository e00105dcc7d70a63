#include "widgets/tablechoices.h"

#include "stores/connectionstore.h"
#include "stores/settingsstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QScopedValueRollback>

namespace sonde {

namespace {

using Grouping = SchemaModel::Grouping;

QSet<QString> setOf(const QJsonArray &array)
{
    QSet<QString> texts;
    for (const auto &text : array)
        texts.insert(text.toString());
    return texts;
}

QJsonArray arrayOf(const QSet<QString> &texts)
{
    QStringList list = texts.values();
    list.sort();
    return QJsonArray::fromStringList(list);
}

} // namespace

TableChoices::TableChoices(SettingsStore &settings, const ConnectionStore &connections, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_connections(connections)
{
    read();
    connect(&settings, &SettingsStore::changed, this, [this](const QString &key) {
        if (m_isWriting || key != QLatin1String(settings::tables.key))
            return;
        read();
        emit changed();
    });
}

void TableChoices::read()
{
    const QJsonObject root = QJsonDocument::fromJson(m_settings.get(settings::tables)).object();
    bool isKnown = false;
    const int grouping = QMetaEnum::fromType<Grouping>().keyToValue(
        root.value(QLatin1String("grouping")).toString().toLatin1().constData(), &isKnown);
    m_grouping = isKnown ? static_cast<Grouping>(grouping) : Grouping::Solution;
    m_byConnection.clear();
    const QJsonObject all = root.value(QLatin1String("connections")).toObject();
    for (auto one = all.begin(); one != all.end(); ++one) {
        const QJsonObject json = one->toObject();
        OfConnection choices;
        choices.starred = setOf(json.value(QLatin1String("starred")).toArray());
        if (const QJsonValue unfolded = json.value(QLatin1String("unfolded")); unfolded.isArray())
            choices.unfolded = setOf(unfolded.toArray());
        m_byConnection.insert(one.key(), choices);
    }
}

void TableChoices::write()
{
    QJsonObject all;
    for (auto one = m_byConnection.cbegin(); one != m_byConnection.cend(); ++one) {
        // Those of connections that are gone go with them.
        if (!builtInConnection(one.key()) && !m_connections.find(one.key()))
            continue;
        QJsonObject json;
        if (!one->starred.isEmpty())
            json.insert(QStringLiteral("starred"), arrayOf(one->starred));
        if (one->unfolded)
            json.insert(QStringLiteral("unfolded"), arrayOf(*one->unfolded));
        all.insert(one.key(), json);
    }
    const QString grouping =
        QString::fromLatin1(QMetaEnum::fromType<Grouping>().valueToKey(static_cast<int>(m_grouping)));
    const QScopedValueRollback<bool> guard(m_isWriting, true);
    m_settings.set(settings::tables, QJsonDocument(QJsonObject{{QStringLiteral("grouping"), grouping},
                                                               {QStringLiteral("connections"), all}})
                                         .toJson(QJsonDocument::Compact));
}

void TableChoices::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    write();
    emit changed();
}

QSet<QString> TableChoices::starred(const QString &connectionId) const
{
    return m_byConnection.value(connectionId).starred;
}

void TableChoices::setStarred(const QString &connectionId, const QString &table, bool isStarred)
{
    QSet<QString> &starred = m_byConnection[connectionId].starred;
    if (starred.contains(table) == isStarred)
        return;
    if (isStarred)
        starred.insert(table);
    else
        starred.remove(table);
    write();
    emit changed();
}

std::optional<QSet<QString>> TableChoices::unfolded(const QString &connectionId) const
{
    return m_byConnection.value(connectionId).unfolded;
}

void TableChoices::setUnfolded(const QString &connectionId, const QSet<QString> &keys)
{
    m_byConnection[connectionId].unfolded = keys;
    write();
}

} // namespace sonde
