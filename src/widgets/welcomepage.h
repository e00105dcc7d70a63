#pragma once

#include "widgets/icons.h"
#include "widgets/samplequeries.h"

#include <QScrollArea>

namespace sonde {

/// What an empty window shows: the embedded workspace with six queries worth running, and the two other ways
/// in.
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WelcomePage(const Icons &icons, QWidget *parent = nullptr);

signals:
    /// “Try the embedded workspace”: choose it and open an empty query on it.
    void embeddedWorkspaceRequested();
    /// Choose the embedded workspace, open the query in a tab and run it.
    void sampleRequested(const sonde::SampleQuery &sample);
    void addConnectionRequested();
    void openFileRequested();
    void tourRequested();

private:
    QWidget *makeHeader(const Icons &icons);
    QWidget *makeSamples(const Icons &icons);
};

} // namespace sonde
