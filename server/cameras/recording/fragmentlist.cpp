// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/fragmentlist.h"

#include <algorithm>
#include <functional>

namespace {
/// Larger lists are damaged: a file holds minutes.
constexpr quint64 mostFragments = 1'000'000;
constexpr int longestValue = 10; // bytes of a variable-length integer
constexpr auto smallest = 4; // bytes that qCompress() puts before the data

quint64 zigZag(qint64 value) { return (quint64(value) << 1) ^ quint64(value >> 63); }
qint64 unZigZag(quint64 value) { return qint64(value >> 1) ^ -qint64(value & 1); }

void append(QByteArray &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        bytes += char(value | 0x80);
    bytes += char(value);
}

/// Reads variable-length integers. After damaged bytes, all values are 0.
class Values
{
public:
    explicit Values(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    quint64 next()
    {
        quint64 value = 0;
        for (int i = 0; i < longestValue && m_at < m_bytes.size(); ++i) {
            const auto byte = uchar(m_bytes[m_at++]);
            value |= quint64(byte & 0x7f) << (7 * i);
            if (byte < 0x80)
                return value;
        }
        m_damaged = true;
        m_at = m_bytes.size();
        return 0;
    }
    bool isRead() const { return !m_damaged && m_at == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_damaged = false;
};

int flagsOf(const Fragment &fragment)
{
    return int(fragment.continues) | std::clamp(fragment.motion, 0, 15) << 1 | std::clamp(fragment.sound, 0, 7) << 5;
}
}

QByteArray FragmentList::encoded(const Fragments &fragments, qint64 startMs, qint64 offset)
{
    QByteArray starts;
    QByteArray durations;
    QByteArray offsets;
    QByteArray sizes;
    QByteArray flags;
    Fragment before{.startMs = startMs, .offset = offset};
    for (const Fragment &fragment : fragments) {
        append(starts, zigZag(fragment.startMs - before.endMs()));
        append(durations, zigZag(fragment.durationMs - before.durationMs));
        append(offsets, zigZag(fragment.offset - before.endOffset()));
        append(sizes, quint64(fragment.bytes));
        append(flags, quint64(flagsOf(fragment)));
        before = fragment;
    }
    QByteArray all;
    append(all, quint64(fragments.size()));
    return qCompress(all + starts + durations + offsets + sizes + flags, 9);
}

std::optional<Fragments> FragmentList::decoded(const QByteArray &bytes, qint64 startMs, qint64 offset)
{
    const QByteArray all = bytes.size() > smallest ? qUncompress(bytes) : QByteArray();
    Values values(all);
    const quint64 count = values.next();
    if (count > mostFragments || count > quint64(all.size()))
        return std::nullopt;
    Fragments fragments(qsizetype(count), Fragment{});
    const auto column = [&](const std::function<void(Fragment &, quint64)> &set) {
        for (Fragment &fragment : fragments)
            set(fragment, values.next());
    };
    column([](Fragment &fragment, quint64 value) { fragment.startMs = unZigZag(value); });
    column([](Fragment &fragment, quint64 value) { fragment.durationMs = unZigZag(value); });
    column([](Fragment &fragment, quint64 value) { fragment.offset = unZigZag(value); });
    column([](Fragment &fragment, quint64 value) { fragment.bytes = qint64(value); });
    column([](Fragment &fragment, quint64 value) {
        fragment.continues = value & 1;
        fragment.motion = int(value >> 1 & 15);
        fragment.sound = int(value >> 5 & 7);
    });
    if (!values.isRead())
        return std::nullopt;
    Fragment before{.startMs = startMs, .offset = offset};
    for (Fragment &fragment : fragments) {
        fragment.startMs += before.endMs();
        fragment.durationMs += before.durationMs;
        fragment.offset += before.endOffset();
        before = fragment;
    }
    return fragments;
}

qsizetype FragmentList::indexAt(const Fragments &fragments, qint64 ms)
{
    const auto first = std::ranges::upper_bound(fragments, ms, {}, &Fragment::endMs);
    auto index = first - fragments.begin();
    while (index > 0 && index < fragments.size() && fragments[index].continues)
        --index;
    return index;
}
