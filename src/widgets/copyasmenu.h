#pragma once

#include "widgets/cellcopier.h"

#include <QMenu>

namespace sonde {

/// The forms in which the selected cells can be copied besides the usual one.
class CopyAsMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit CopyAsMenu(QWidget *parent = nullptr);

signals:
    void chosen(sonde::CopyForm form);

private:
    void addForm(CopyForm form, const char *text, const char *tip);
    void retranslate();

    struct Words
    {
        QAction *action;
        const char *text;
        const char *tip;
    };
    std::vector<Words> m_words;
};

} // namespace sonde
