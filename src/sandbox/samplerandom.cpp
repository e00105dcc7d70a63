#include "sandbox/samplerandom.h"

namespace sonde {

std::uint64_t SampleRandom::next()
{
    m_state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

double SampleRandom::longTailed(double typical)
{
    // A curve with a long tail that ends at twenty times the typical value, whose mean is twice that; nothing
    // but divisions, so that every machine agrees.
    const double u = unit();
    return typical * (0.4 + 0.6 * u / (1.03 - u));
}

std::string SampleRandom::hex(int digits)
{
    static constexpr std::string_view letters = "0123456789abcdef";
    std::string out;
    std::uint64_t bits = 0;
    for (int i = 0; i < digits; ++i) {
        if (i % 16 == 0)
            bits = next();
        out += letters[bits & 0xFU];
        bits >>= 4U;
    }
    return out;
}

std::string SampleRandom::guid()
{
    std::string digits = hex(32);
    digits[12] = '4'; // version and variant of a random UUID
    digits[16] = "89ab"[digits[16] % 4];
    return digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' + digits.substr(12, 4) + '-' +
           digits.substr(16, 4) + '-' + digits.substr(20);
}

} // namespace sonde
