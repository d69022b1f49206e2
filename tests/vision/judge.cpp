// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/vision/judge.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr double tolerance = 1; // second
}

Judgement Judge::compare(const QList<Passage> &passages, const QList<MadeMark> &marks)
{
    Judgement judgement;
    judgement.passages = int(passages.size());
    const auto belongs = [](const MadeMark &mark, const Passage &passage) {
        return mark.from < passage.to + tolerance && mark.to > passage.from - tolerance;
    };
    for (const Passage &passage : passages) {
        QList<MadeMark> own = marks;
        own.removeIf([&](const MadeMark &mark) { return !belongs(mark, passage); });
        if (own.isEmpty()) {
            judgement.missed += passage;
            continue;
        }
        ++judgement.made;
        judgement.doubled += int(own.size()) - 1;
        judgement.worstStart = std::max(judgement.worstStart, std::abs(own.first().from - passage.from));
        judgement.worstEnd = std::max(judgement.worstEnd, std::abs(own.last().to - passage.to));
    }
    for (const MadeMark &mark : marks) {
        if (std::none_of(passages.begin(), passages.end(), [&](const Passage &each) { return belongs(mark, each); }))
            judgement.wrong += mark;
    }
    return judgement;
}
