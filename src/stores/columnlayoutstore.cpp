#include "stores/columnlayoutstore.h"

#include "core/atomicfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace sonde {

namespace {

constexpr int fileVersion = 1;
constexpr int writeDelayMs = 1000;
/// A width beyond this is no one's wish.
constexpr int widestColumn = 10'000;

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

QJsonObject toJson(const ColumnLook &look)
{
    QJsonObject json{{QStringLiteral("name"), look.name}};
    if (!look.title.isEmpty())
        json.insert(QStringLiteral("title"), look.title);
    if (look.width > 0)
        json.insert(QStringLiteral("width"), look.width);
    if (look.isHidden)
        json.insert(QStringLiteral("hidden"), true);
    if (!look.format.isEmpty())
        json.insert(QStringLiteral("format"), look.format);
    if (look.isAlphabetical)
        json.insert(QStringLiteral("alphabetical"), true);
    return json;
}

QJsonObject toJson(const ColumnLayout &layout)
{
    QJsonArray columns;
    for (const ColumnLook &look : layout.columns)
        columns.append(toJson(look));
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("frozen"), layout.frozen},
            {QStringLiteral("hidesEmpty"), layout.hidesEmpty},
            {QStringLiteral("hidesSame"), layout.hidesSame}};
}

ColumnLayout layoutFrom(const QJsonObject &json)
{
    ColumnLayout layout;
    for (const QJsonValue &value : json.value(QStringLiteral("columns")).toArray()) {
        const QJsonObject column = value.toObject();
        layout.columns.append({column.value(QStringLiteral("name")).toString(),
                               column.value(QStringLiteral("title")).toString(),
                               std::clamp(column.value(QStringLiteral("width")).toInt(), 0, widestColumn),
                               column.value(QStringLiteral("hidden")).toBool(),
                               column.value(QStringLiteral("format")).toString(),
                               column.value(QStringLiteral("alphabetical")).toBool()});
    }
    layout.frozen =
        std::clamp(json.value(QStringLiteral("frozen")).toInt(), 0, static_cast<int>(layout.columns.size()));
    layout.hidesEmpty = json.value(QStringLiteral("hidesEmpty")).toBool();
    layout.hidesSame = json.value(QStringLiteral("hidesSame")).toBool();
    return layout;
}

} // namespace

ColumnLayoutStore::ColumnLayoutStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(writeDelayMs);
    // What could not be written stays in memory, and is tried again with the next change.
    connect(&m_writeTimer, &QTimer::timeout, this, [this] { static_cast<void>(write()); });
}

ColumnLayoutStore::~ColumnLayoutStore()
{
    if (m_writeTimer.isActive())
        static_cast<void>(write());
}

std::optional<ColumnLayout> ColumnLayoutStore::find(const QStringList &names)
{
    load();
    const QStringList key = sorted(names);
    for (const ColumnLayout &layout : m_layouts) {
        if (layout.columns.size() == key.size() && sorted(layout.names()) == key)
            return layout;
    }
    return std::nullopt;
}

void ColumnLayoutStore::remember(const ColumnLayout &layout)
{
    if (layout.columns.isEmpty() || find(layout.names()) == layout)
        return;
    take(layout);
    m_writeTimer.start();
}

void ColumnLayoutStore::forget(const QStringList &names)
{
    load();
    const QStringList key = sorted(names);
    const auto count =
        m_layouts.removeIf([&key](const ColumnLayout &layout) { return sorted(layout.names()) == key; });
    if (count > 0)
        m_writeTimer.start();
}

void ColumnLayoutStore::take(const ColumnLayout &layout)
{
    const QStringList key = sorted(layout.names());
    m_layouts.removeIf([&key](const ColumnLayout &other) { return sorted(other.names()) == key; });
    m_layouts.append(layout);
    if (m_layouts.size() > mostLayouts)
        m_layouts.remove(0, m_layouts.size() - mostLayouts);
}

void ColumnLayoutStore::load()
{
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json.value(QStringLiteral("version")).toInt() != fileVersion)
        return;
    for (const QJsonValue &value : json.value(QStringLiteral("layouts")).toArray()) {
        const ColumnLayout layout = layoutFrom(value.toObject());
        if (!layout.columns.isEmpty())
            take(layout);
    }
}

Result<void> ColumnLayoutStore::write()
{
    m_writeTimer.stop();
    load();
    QJsonArray layouts;
    for (const ColumnLayout &layout : m_layouts)
        layouts.append(toJson(layout));
    const QByteArray bytes = QJsonDocument(QJsonObject{{QStringLiteral("version"), fileVersion},
                                                       {QStringLiteral("layouts"), layouts}})
                                 .toJson(QJsonDocument::Compact);
    if (const auto folder = makeFolderOf(m_path); !folder)
        return folder;
    return replaceFile(m_path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace sonde
