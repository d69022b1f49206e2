// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/fault.h"

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
struct Named
{
    Fault fault;
    const char *name;
    const char *meaning;
};

constexpr std::array all{
    Named{Fault::Bursts, "bursts", "pictures are sent once a second, all at the same time"},
    Named{Fault::ConstantTimestamps, "constant-timestamps", "all packets have the same timestamp"},
    Named{Fault::DamagedPackets, "damaged-packets", "every 50th packet is damaged"},
    Named{Fault::FastTimestamps, "fast-timestamps", "the timestamps run twice as fast as time"},
    Named{Fault::HangUp, "hang-up", "all connections are closed every 5 seconds"},
    Named{Fault::JumpingTimestamps, "jumping-timestamps", "the timestamps jump by an hour every 3 seconds"},
    Named{Fault::LongGop, "long-gop", "key frames are 40 seconds apart"},
    Named{Fault::LostPackets, "lost-packets", "every 50th packet is not sent"},
    Named{Fault::Silent, "silent", "nothing is sent after 3 seconds, but the connection stays open"},
    Named{Fault::UdpOnly, "udp-only", "packets are sent over UDP only"},
};

constexpr quint32 clockRate = 90'000; // RTP timestamps per second
constexpr quint32 jumpEvery = 3 * clockRate;
constexpr quint32 jump = 3600 * clockRate;
constexpr quint32 spoiledEvery = 50; // packets
constexpr gsize stampOffset = 4; // bytes, in an RTP packet
constexpr gsize payloadOffset = 20; // bytes, behind the headers
}

std::optional<Fault> Faults::named(const QString &name)
{
    const auto found = std::ranges::find_if(all, [&](const Named &one) { return name == QLatin1StringView(one.name); });
    return found == all.end() ? std::nullopt : std::optional(found->fault);
}

QString Faults::help()
{
    QStringList lines;
    for (const Named &one : all)
        lines += u"  %1: %2"_s.arg(QLatin1StringView(one.name), QLatin1StringView(one.meaning));
    return lines.join(u'\n');
}

void Faults::PacketSpoiler::attach(GstElement *payloader, Fault fault)
{
    GstPad *pad = gst_element_get_static_pad(payloader, "src");
    gst_pad_add_probe(pad, GstPadProbeType(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST), pass,
                      new PacketSpoiler(fault), [](gpointer spoiler) { delete static_cast<PacketSpoiler *>(spoiler); });
    gst_object_unref(pad);
}

GstPadProbeReturn Faults::PacketSpoiler::pass(GstPad *, GstPadProbeInfo *info, gpointer self)
{
    if (info->type & GST_PAD_PROBE_TYPE_BUFFER_LIST) {
        GstBufferList *list = gst_buffer_list_make_writable(GST_PAD_PROBE_INFO_BUFFER_LIST(info));
        gst_buffer_list_foreach(list, passOne, self);
        GST_PAD_PROBE_INFO_DATA(info) = list;
        return gst_buffer_list_length(list) > 0 ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
    }
    auto *packet = GST_PAD_PROBE_INFO_BUFFER(info);
    passOne(&packet, 0, self);
    GST_PAD_PROBE_INFO_DATA(info) = packet;
    return packet ? GST_PAD_PROBE_OK : GST_PAD_PROBE_HANDLED;
}

/// Spoils a packet, or takes it out of its list.
gboolean Faults::PacketSpoiler::passOne(GstBuffer **packet, guint, gpointer self)
{
    auto *spoiler = static_cast<PacketSpoiler *>(self);
    ++spoiler->m_packets;
    if (spoiler->isLost()) {
        gst_buffer_unref(*packet);
        *packet = nullptr;
    } else {
        *packet = gst_buffer_make_writable(*packet);
        spoiler->spoil(*packet);
    }
    return TRUE;
}

bool Faults::PacketSpoiler::isLost() { return m_fault == Fault::LostPackets && m_packets % spoiledEvery == 0; }

void Faults::PacketSpoiler::spoil(GstBuffer *packet)
{
    if (m_fault == Fault::DamagedPackets && m_packets % spoiledEvery == 0) {
        gst_buffer_memset(packet, payloadOffset, 0x5a, 16);
        return;
    }
    quint32 bytes = 0;
    gst_buffer_extract(packet, stampOffset, &bytes, sizeof bytes);
    quint32 stamp = qFromBigEndian(bytes);
    if (!m_firstStamp)
        m_firstStamp = stamp;
    const quint32 since = stamp - *m_firstStamp;
    if (m_fault == Fault::ConstantTimestamps)
        stamp = *m_firstStamp;
    else if (m_fault == Fault::FastTimestamps)
        stamp = *m_firstStamp + 2 * since;
    else if (m_fault == Fault::JumpingTimestamps)
        stamp += since / jumpEvery * jump;
    bytes = qToBigEndian(stamp);
    gst_buffer_fill(packet, stampOffset, &bytes, sizeof bytes);
}
