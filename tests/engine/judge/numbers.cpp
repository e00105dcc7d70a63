#include "engine/judge/operation.h"

#include <cmath>
#include <limits>

namespace sonde::judge {

/// Arithmetic of int, long and real. A whole number and a real make a real.
namespace {

using std::int64_t;
constexpr int64_t lowest = std::numeric_limits<int64_t>::min();
constexpr int64_t highest = std::numeric_limits<int64_t>::max();

bool reals(const Operands &operands)
{
    return operands.at(0).isReal() || operands.at(operands.count() - 1).isReal();
}

Value added(const Operands &operands)
{
    if (reals(operands))
        return operands.at(0).real() + operands.at(1).real();
    return sumOf(operands.at(0).whole(), operands.at(1).whole(), operands.type);
}

Value subtracted(const Operands &operands)
{
    if (reals(operands))
        return operands.at(0).real() - operands.at(1).real();
    const int64_t left = operands.at(0).whole();
    const int64_t right = operands.at(1).whole();
    const bool leaves = right < 0 ? left > highest + right : left < lowest + right;
    return leaves ? Value::overflow() : ranged(left - right, operands.type);
}

Value multiplied(const Operands &operands)
{
    if (reals(operands))
        return operands.at(0).real() * operands.at(1).real();
    const int64_t left = operands.at(0).whole();
    const int64_t right = operands.at(1).whole();
    if (left == 0 || right == 0)
        return int64_t(0);
    if ((left == -1 && right == lowest) || (right == -1 && left == lowest))
        return Value::overflow();
    // Without the wrap-around the product gives its factor back.
    const auto product =
        static_cast<int64_t>(static_cast<std::uint64_t>(left) * static_cast<std::uint64_t>(right));
    return product / right != left ? Value::overflow() : ranged(product, operands.type);
}

Value divided(const Operands &operands)
{
    if (reals(operands))
        return operands.at(0).real() / operands.at(1).real();
    const int64_t left = operands.at(0).whole();
    const int64_t right = operands.at(1).whole();
    if (right == 0)
        return {};
    if (right == -1)
        return left == lowest ? Value::overflow() : ranged(-left, operands.type);
    return left / right;
}

Value remainder(const Operands &operands)
{
    if (reals(operands)) {
        const double divisor = std::fabs(operands.at(1).real());
        const double rest = std::fmod(operands.at(0).real(), divisor);
        return rest < 0 ? rest + divisor : rest;
    }
    const int64_t left = operands.at(0).whole();
    const int64_t right = operands.at(1).whole();
    if (right == 0)
        return {};
    if (right == -1 || right == 1)
        return int64_t(0);
    int64_t rest = left % right;
    // Stepwise towards the divisor's size, which itself may have no positive twin.
    if (rest < 0)
        rest = right < 0 ? rest - right : rest + right;
    return rest;
}

Value negative(const Operands &operands)
{
    if (operands.at(0).isReal())
        return -operands.at(0).real();
    return operands.at(0).whole() == lowest ? Value::overflow()
                                            : ranged(-operands.at(0).whole(), operands.type);
}

Value absolute(const Operands &operands)
{
    if (operands.at(0).isReal())
        return std::fabs(operands.at(0).real());
    return operands.at(0).whole() < 0 ? negative(operands) : operands.at(0);
}

/// Down to a multiple of the size: times from 0001-01-01 on.
Value binned(const Operands &operands)
{
    if (reals(operands)) {
        const double size = operands.at(1).real();
        if (!(size > 0))
            return {};
        return std::floor(operands.at(0).real() / size) * size;
    }
    const int64_t value = operands.at(0).whole();
    const int64_t size = operands.at(1).whole();
    if (size <= 0)
        return {};
    int64_t times = value / size;
    if (value % size < 0)
        --times;
    if (times < lowest / size)
        return {};
    return ranged(times * size, operands.type);
}

Value signOf(const Operands &operands)
{
    const double value = operands.at(0).real();
    if (operands.type == ColumnType::Real && std::isnan(value))
        return value;
    const int sign = value > 0 ? 1 : value < 0 ? -1 : 0;
    return operands.type == ColumnType::Real ? Value(double(sign)) : Value(int64_t(sign));
}

Value rootOf(const Operands &operands)
{
    const double value = operands.at(0).real();
    return value < 0 ? Value() : Value(std::sqrt(value));
}

Value raisedToWhole(const Operands &operands)
{
    return std::ceil(operands.at(0).real());
}

Value bitsOfBoth(const Operands &operands)
{
    return operands.at(0).whole() & operands.at(1).whole();
}

Value bitsOfEither(const Operands &operands)
{
    return operands.at(0).whole() | operands.at(1).whole();
}

Value bitsOfOne(const Operands &operands)
{
    return operands.at(0).whole() ^ operands.at(1).whole();
}

Value otherBits(const Operands &operands)
{
    return -1 - operands.at(0).whole();
}

Value countedBits(const Operands &operands)
{
    int64_t count = 0;
    for (int bit = 0; bit < 64; ++bit)
        count += (static_cast<std::uint64_t>(operands.at(0).whole()) >> bit) & 1U;
    return count;
}

Value isNanCall(const Operands &operands)
{
    return std::isnan(operands.at(0).real());
}

Value isInfCall(const Operands &operands)
{
    return std::isinf(operands.at(0).real());
}

Value isFiniteCall(const Operands &operands)
{
    return std::isfinite(operands.at(0).real());
}

} // namespace

Value ranged(int64_t value, ColumnType type)
{
    const bool fits = type != ColumnType::Int || (value >= std::numeric_limits<std::int32_t>::min() &&
                                                  value <= std::numeric_limits<std::int32_t>::max());
    return fits ? Value(value) : Value::overflow();
}

Value sumOf(int64_t left, int64_t right, ColumnType type)
{
    const bool leaves = right > 0 ? left > highest - right : left < lowest - right;
    return leaves ? Value::overflow() : ranged(left + right, type);
}

void addNumberOperations(Operations &operations)
{
    operations.insert(QStringLiteral("AddExpression"), {added});
    operations.insert(QStringLiteral("SubtractExpression"), {subtracted});
    operations.insert(QStringLiteral("MultiplyExpression"), {multiplied});
    operations.insert(QStringLiteral("DivideExpression"), {divided});
    operations.insert(QStringLiteral("ModuloExpression"), {remainder});
    operations.insert(QStringLiteral("UnaryMinusExpression"), {negative});
    operations.insert(QStringLiteral("abs"), {absolute});
    operations.insert(QStringLiteral("bin"), {binned});
    operations.insert(QStringLiteral("floor"), {binned});
    operations.insert(QStringLiteral("sign"), {signOf});
    operations.insert(QStringLiteral("sqrt"), {rootOf});
    operations.insert(QStringLiteral("ceiling"), {raisedToWhole});
    operations.insert(QStringLiteral("binary_and"), {bitsOfBoth});
    operations.insert(QStringLiteral("binary_or"), {bitsOfEither});
    operations.insert(QStringLiteral("binary_xor"), {bitsOfOne});
    operations.insert(QStringLiteral("binary_not"), {otherBits});
    operations.insert(QStringLiteral("bitset_count_ones"), {countedBits});
    operations.insert(QStringLiteral("isnan"), {isNanCall});
    operations.insert(QStringLiteral("isinf"), {isInfCall});
    operations.insert(QStringLiteral("isfinite"), {isFiniteCall});
}

} // namespace sonde::judge
