#pragma once

#include "kql/classiccompletion.h"

#include <QObject>

namespace sonde {

class QueryPage;

/// Collects the fields and types that the records of a page's classic searches have shown, for completion: no
/// list of tables has the fields that somebody made.
class SeenNames final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a page.
    explicit SeenNames(QueryPage &page);

private:
    void learn();

    QueryPage &m_page;
    ClassicNames m_names;
};

} // namespace sonde
