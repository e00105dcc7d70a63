#pragma once

#include <QtGlobal>

namespace sonde {

class KqlEngine;

/// What is asked of the language service, and who waits for it.
class KqlQuestion
{
public:
    /// What is more urgent goes first.
    enum class Urgency {
        Typing,    ///< somebody types and waits for a list
        Asked,     ///< somebody asked for it, or a run waits for it
        Background ///< colours and squiggles; given up for something more urgent, and asked again after it
    };
    /// Questions of one slot replace each other; the slot null replaces nothing.
    using Slot = quint64;

    KqlQuestion(Urgency urgency, Slot slot)
        : m_urgency(urgency)
        , m_slot(slot)
    {}
    virtual ~KqlQuestion() = default;
    KqlQuestion(const KqlQuestion &) = delete;
    KqlQuestion &operator=(const KqlQuestion &) = delete;

    Urgency urgency() const { return m_urgency; }
    Slot slot() const { return m_slot; }
    /// Whether nobody waits any longer.
    virtual bool isCanceled() const = 0;
    /// On the service's thread. False where it was interrupted and there is no answer.
    virtual bool answer(KqlEngine &engine) = 0;

private:
    Urgency m_urgency;
    Slot m_slot;
};

} // namespace sonde
