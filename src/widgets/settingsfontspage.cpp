#include "widgets/settingsfontspage.h"

#include "stores/settingsstore.h"
#include "widgets/dialogsize.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLabel>
#include <QSpinBox>

namespace sonde {

namespace {

/// One below the smallest size: what the spin box shows in words.
constexpr int systemSize = 5;

/// From the system's size one steps to its neighbours and not to the smallest there is.
class SizeBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

    void stepBy(int steps) override
    {
        if (value() == minimum())
            setValue(Theme::fixedFont().pointSize() + steps);
        else
            QSpinBox::stepBy(steps);
    }
};

} // namespace

SettingsFontsPage::SettingsFontsPage(QWidget *parent)
    : SettingsPage(tr("Theme and fonts"), QLatin1StringView("palette"), parent)
    , m_theme(new QComboBox(this))
    , m_family(new QComboBox(this))
    , m_size(new SizeBox(this))
    , m_fixedCells(new QCheckBox(tr("T&able rows in the editor’s font too"), this))
    , m_sample(new QLabel(this))
{
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItem(tr("As the system"), QVariant::fromValue(ThemeChoice::System));
    m_theme->addItem(tr("Light"), QVariant::fromValue(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), QVariant::fromValue(ThemeChoice::Dark));
    addField(tr("&Theme"), m_theme);
    addGap();

    m_family->setObjectName(QStringLiteral("fontFamily"));
    m_family->addItem(tr("The system’s fixed font (%1)").arg(Theme::fixedFont().family()), QString());
    const QStringList families = QFontDatabase::families();
    for (const QString &family : families) {
        if (QFontDatabase::isFixedPitch(family) && !QFontDatabase::isPrivateFamily(family))
            m_family->addItem(family, family);
    }
    addField(tr("&Editor font"), m_family);

    m_size->setObjectName(QStringLiteral("fontSize"));
    m_size->setRange(systemSize, settings::fontSize.most);
    m_size->setSpecialValueText(tr("The system’s"));
    m_size->setSuffix(tr(" pt"));
    addField(tr("&Size"), m_size, tr("Of editor and tables; also with Ctrl++, Ctrl+- and Ctrl+0."));
    m_fixedCells->setObjectName(QStringLiteral("fixedCells"));
    addWide(m_fixedCells);

    m_sample->setObjectName(QStringLiteral("sample"));
    m_sample->setText(
        QStringLiteral("Heartbeat\n| where Computer == \"web01\"  // 0O 1lI\n| summarize count() by OSType"));
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setAccessibleDescription(tr("Sample of the font"));
    m_sample->setFrameShape(QFrame::StyledPanel);
    m_sample->setBackgroundRole(QPalette::Base);
    m_sample->setAutoFillBackground(true);
    m_sample->setMargin(8);
    m_sample->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    // As high as it is at a usual size: the page stands still while sizes are tried.
    m_sample->setFixedHeight(scaled(*this, 110));
    m_sample->setMinimumWidth(1);
    m_sample->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addWide(m_sample);

    connect(m_family, &QComboBox::currentIndexChanged, this, &SettingsFontsPage::updateSample);
    connect(m_size, &QSpinBox::valueChanged, this, &SettingsFontsPage::updateSample);
}

Theme::Fonts SettingsFontsPage::fonts() const
{
    const int size = m_size->value();
    return {m_family->currentData().toString(), size == systemSize ? settings::fontSize.standard : size,
            m_fixedCells->isChecked()};
}

void SettingsFontsPage::updateSample()
{
    Theme theme;
    theme.setFonts(fonts());
    m_sample->setFont(theme.editorFont());
}

void SettingsFontsPage::load(const SettingsStore *store)
{
    m_theme->setCurrentIndex(m_theme->findData(QVariant::fromValue(valueOf(store, settings::theme))));
    const QString family = valueOf(store, settings::fontFamily);
    if (m_family->findData(family) < 0) {
        // Kept, as it may be back tomorrow.
        //: %1: a font’s name
        m_family->addItem(tr("%1 (not installed)").arg(family), family);
    }
    m_family->setCurrentIndex(m_family->findData(family));
    const int size = valueOf(store, settings::fontSize);
    m_size->setValue(size == settings::fontSize.standard ? systemSize : size);
    m_fixedCells->setChecked(valueOf(store, settings::fixedCells));
    updateSample();
}

void SettingsFontsPage::save(SettingsStore &store) const
{
    const Theme::Fonts chosen = fonts();
    store.set(settings::theme, m_theme->currentData().value<ThemeChoice>());
    store.set(settings::fontFamily, chosen.family);
    store.set(settings::fontSize, chosen.size);
    store.set(settings::fixedCells, chosen.fixedCells);
}

} // namespace sonde
