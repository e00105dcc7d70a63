// Runs a fuzz target without libFuzzer, for every build: over its corpus, and over seeded changes of it. It
// finds less than libFuzzer, which sees what the code does with an input; but it always runs.
//
// driver CORPUS [ROUNDS [FIRST]]

#include "fuzz/checks.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

/// What a target brings that knows better how its inputs are changed.
extern "C" __attribute__((weak)) std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size,
                                                                     std::size_t most, unsigned seed);

namespace {

using Bytes = std::string;

unsigned long currentRound = 0; // for the signal handler

std::vector<Bytes> readCorpus(const char *folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> corpus;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

/// The same numbers everywhere: std::uniform_int_distribution promises that nowhere.
class Dice
{
public:
    explicit Dice(unsigned long seed)
        : m_engine(static_cast<std::mt19937::result_type>(seed))
    {}

    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_engine() % bound; }

private:
    std::mt19937 m_engine;
};

/// For LLVMFuzzerMutate(), which is given none.
Dice roundDice(0);

void change(Bytes &input, Dice &dice, const std::vector<Bytes> &corpus)
{
    static const char *const tokens[] = {"\"",
                                         "\\",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         ":",
                                         "null",
                                         "\\u",
                                         "\\ud83d",
                                         "\xEF\xBB\xBF",
                                         "\xFF",
                                         "1e400",
                                         "-",
                                         "0",
                                         "9223372036854775808",
                                         "\"rows\":",
                                         "\"columns\":",
                                         "\"tables\":[",
                                         "[]",
                                         "{}"};
    const std::size_t at = dice.below(input.size() + 1);
    switch (dice.below(7)) {
    case 0:
        if (at < input.size())
            input[at] = static_cast<char>(input[at] ^ (1 << dice.below(8)));
        break;
    case 1:
        if (at < input.size())
            input[at] = static_cast<char>(dice.below(256));
        break;
    case 2:
        input.erase(at, 1 + dice.below(16));
        break;
    case 3:
        input.insert(at, tokens[dice.below(std::size(tokens))]);
        break;
    case 4: {
        const Bytes copy = input.substr(at, 1 + dice.below(64));
        input.insert(dice.below(input.size() + 1), copy);
        break;
    }
    case 5: {
        const Bytes &other = corpus[dice.below(corpus.size())];
        input.replace(at, Bytes::npos, other, dice.below(other.size() + 1), Bytes::npos);
        break;
    }
    default:
        input.resize(at);
    }
}

void changeAsTheTargetKnows(Bytes &input, Dice &dice)
{
    const std::size_t most = input.size() + 4096;
    const std::size_t size = input.size();
    input.resize(most);
    input.resize(LLVMFuzzerCustomMutator(reinterpret_cast<std::uint8_t *>(input.data()), size, most,
                                         static_cast<unsigned>(dice.below(1U << 30))));
}

void run(const Bytes &input)
{
    // In memory of exactly that size, for the address sanitizer.
    const std::vector<std::uint8_t> copy(input.begin(), input.end());
    LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

/// Says which round it was: `driver CORPUS 1 ROUND` runs that alone.
extern "C" void sayRound(int signal)
{
    char text[64];
    const int size = std::snprintf(text, sizeof text, "Stopped in round %lu.\n", currentRound);
    [[maybe_unused]] const auto written = write(STDERR_FILENO, text, static_cast<std::size_t>(size));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

} // namespace

/// Of libFuzzer: changes bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t)
{
    if (size > 0) {
        const std::size_t at = roundDice.below(size);
        data[at] = static_cast<std::uint8_t>(roundDice.below(256));
    }
    return size;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s CORPUS [ROUNDS [FIRST]]\n", argv[0]);
        return 2;
    }
    const std::vector<Bytes> corpus = readCorpus(argv[1]);
    if (corpus.empty()) {
        std::fprintf(stderr, "Nothing in %s\n", argv[1]);
        return 1;
    }
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE})
        std::signal(signal, sayRound);
    const unsigned long rounds = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 5000;
    const unsigned long first = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 1;
    for (const Bytes &input : corpus)
        run(input);
    for (currentRound = first; currentRound < first + rounds; ++currentRound) {
        Dice dice(currentRound);
        roundDice = Dice(~currentRound);
        Bytes input = corpus[dice.below(corpus.size())];
        for (std::size_t changes = 1 + dice.below(6); changes > 0; --changes) {
            if (LLVMFuzzerCustomMutator != nullptr)
                changeAsTheTargetKnows(input, dice);
            else
                change(input, dice, corpus);
        }
        run(input);
    }
    std::printf("%zu inputs of the corpus and %lu changes of them\n", corpus.size(), rounds);
    return 0;
}
