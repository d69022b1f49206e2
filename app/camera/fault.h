// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <gst/gst.h>

#include <optional>

/// What a camera does wrong.
enum class Fault {
    None,
    Bursts, ///< pictures arrive once a second, all at the same time
    ConstantTimestamps,
    DamagedPackets,
    FastTimestamps, ///< the timestamps run twice as fast as time
    HangUp, ///< all connections are closed every few seconds
    JumpingTimestamps, ///< the timestamps jump by an hour every few seconds
    LongGop, ///< key frames are 40 seconds apart
    LostPackets,
    Silent, ///< no packets are sent any more after a few seconds, but the connection stays open
    UdpOnly, ///< packets are not sent over the connection of the session
};

namespace Faults {
/// Returns the fault of this name, or nothing if there is none.
std::optional<Fault> named(const QString &name);
/// Returns the names and what they mean, one per line.
QString help();

/// The faults that are made in the packets of the pictures. Each payloader has a spoiler of its own, because the one of
/// the next client may begin before the last one has ended.
///
/// Thread: that of the payloader.
class PacketSpoiler
{
public:
    /// Spoils what a payloader sends from now on, as long as it exists.
    static void attach(GstElement *payloader, Fault fault);

private:
    explicit PacketSpoiler(Fault fault)
        : m_fault(fault)
    {
    }
    static GstPadProbeReturn pass(GstPad *pad, GstPadProbeInfo *info, gpointer self);
    static gboolean passOne(GstBuffer **packet, guint index, gpointer self);
    bool isLost();
    void spoil(GstBuffer *packet);

    const Fault m_fault;
    quint32 m_packets = 0;
    std::optional<quint32> m_firstStamp;
};
}
