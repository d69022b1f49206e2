// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/framer.h"

#include <cstdint>
#include <cstdlib>

namespace {

struct Verdict
{
    int status = 0;
    QList<qint64> ends;
    qsizetype heads = 0;
    bool done = false;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Passes `step` bytes at a time; 0: all at once.
Verdict follow(QByteArrayView bytes, qsizetype step)
{
    HttpFramer framer({});
    Verdict verdict;
    while (!bytes.isEmpty() && verdict.status == 0) {
        const QByteArrayView piece = step == 0 ? bytes : bytes.first(std::min(step, bytes.size()));
        bytes = bytes.sliced(piece.size());
        verdict.status = framer.feed(piece).status;
        verdict.heads += framer.takeHeads().size();
        verdict.ends += framer.takeEnds();
    }
    verdict.done = framer.isDone();
    return verdict;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}
}

/// The result must not depend on how the network splits the bytes. A different result would allow request smuggling.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const Verdict whole = follow(bytes, 0);
    require(whole == follow(bytes, 1));
    require(whole == follow(bytes, 7));
    require(whole.ends.size() <= whole.heads);
    qint64 before = 0;
    for (const qint64 end : whole.ends) {
        require(end > before && end <= qint64(size));
        before = end;
    }
    return 0;
}
