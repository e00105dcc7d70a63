#include "widgets/icons.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(sonde_icons);
    Q_INIT_RESOURCE(sonde_program_icon);
}

namespace sonde {

namespace {

/// The size that scaledPixmap() is asked for, in pixels of the screen: from Qt 6.8 on it comes without the
/// ratio.
QSize inPixels(const QSize &size, [[maybe_unused]] qreal ratio)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return size * ratio;
#else
    return size;
#endif
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, QString name, ColorRole role)
        : m_theme(&theme)
        , m_name(std::move(name))
        , m_role(role)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        QPixmap image = pixmap(rect.size() * ratio, mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    /// \a size is in pixels of the screen, so the drawing is sharp at any ratio.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        if (size.isEmpty() || !m_theme)
            return {};
        const QColor color = colorFor(mode);
        const QString key = QStringLiteral("sonde/%1/%2/%3x%4")
                                .arg(m_name, color.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap image;
        if (!QPixmapCache::find(key, &image)) {
            image = rendered(size, color);
            QPixmapCache::insert(key, image);
        }
        return image;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        return pixmap(inPixels(size, ratio), mode, state);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QString key() const override { return QStringLiteral("sonde"); }
    QString iconName() override { return m_name; }
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return Theme::palette(m_theme->isDark(), m_theme->isHighContrast())
                .color(QPalette::Disabled, QPalette::ButtonText);
        return m_theme->color(m_role);
    }

    QPixmap rendered(const QSize &size, const QColor &color) const
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        QPixmap image(size);
        image.fill(Qt::transparent);
        if (!file.open(QIODevice::ReadOnly))
            return image;
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&image);
        renderer.render(&painter);
        return image;
    }

    QPointer<const Theme> m_theme;
    QString m_name;
    ColorRole m_role;
};

/// A disc that fills most of its square, so that its colour is seen at 16 px.
class DiscIconEngine final : public QIconEngine
{
public:
    DiscIconEngine(const Theme &theme, ColorRole role)
        : m_theme(&theme)
        , m_role(role)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        if (!m_theme)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme->color(mode == QIcon::Disabled ? ColorRole::MutedText : m_role));
        const qreal side = qMin(rect.width(), rect.height()) * 0.7;
        painter->drawEllipse(QRectF(rect).center(), side / 2, side / 2);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return image;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        return pixmap(inPixels(size, ratio), mode, state);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QString key() const override { return QStringLiteral("sonde-disc"); }
    QIconEngine *clone() const override { return new DiscIconEngine(*this); }
    bool isNull() override { return false; }

private:
    QPointer<const Theme> m_theme;
    ColorRole m_role;
};

} // namespace

Icons::Icons(const Theme &theme)
    : m_theme(theme)
{
    registerResources();
}

QIcon Icons::icon(QLatin1StringView name, ColorRole role) const
{
    if (!QFile::exists(QLatin1String(":/icons/") + name + QLatin1String(".svg"))) {
        qWarning().noquote() << "There is no icon named" << name;
        return {};
    }
    return QIcon(new ThemedIconEngine(m_theme, name, role));
}

QIcon Icons::disc(ColorRole role) const
{
    return QIcon(new DiscIconEngine(m_theme, role));
}

QStringList Icons::names()
{
    registerResources();
    QStringList names;
    const QStringList files =
        QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
    for (const QString &file : files) {
        if (!file.startsWith(QLatin1String("sonde")))
            names << file.chopped(4);
    }
    return names;
}

QIcon Icons::programIcon()
{
    registerResources();
    QSvgRenderer renderer(QStringLiteral(":/icons/sonde.svg"));
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap image(side, side);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(image);
    }
    return icon;
}

} // namespace sonde
