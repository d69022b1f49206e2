// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/pipelineguard.h"

#include "server/cameras/webrtc/gstowned.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace {
using Pass = GstBuffer *(PipelineGuard::*)(GstBuffer *);

/// Replaces a packet by what passes of it, or each packet of a list.
template <Pass pass>
GstPadProbeReturn onData(GstPad *, GstPadProbeInfo *info, gpointer data)
{
    auto *guard = static_cast<PipelineGuard *>(data);
    if (info->type & GST_PAD_PROBE_TYPE_BUFFER) {
        info->data = (guard->*pass)(GST_BUFFER(info->data));
        return info->data ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
    }
    GstBufferList *list = gst_buffer_list_make_writable(GST_BUFFER_LIST(info->data));
    info->data = list;
    const auto each = [](GstBuffer **buffer, guint, gpointer self) -> gboolean {
        *buffer = (static_cast<PipelineGuard *>(self)->*pass)(*buffer);
        return TRUE;
    };
    gst_buffer_list_foreach(list, each, data);
    return gst_buffer_list_length(list) > 0 ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
}

/// A packet in one piece.
class Mapped
{
public:
    explicit Mapped(GstBuffer *buffer)
        : m_buffer(buffer)
        , m_isMapped(gst_buffer_map(buffer, &m_map, GST_MAP_READ))
    {
    }
    ~Mapped()
    {
        if (m_isMapped)
            gst_buffer_unmap(m_buffer, &m_map);
    }
    Q_DISABLE_COPY_MOVE(Mapped)
    QByteArrayView bytes() const
    {
        return m_isMapped ? QByteArrayView(m_map.data, qsizetype(m_map.size)) : QByteArrayView();
    }

private:
    GstBuffer *m_buffer;
    GstMapInfo m_map{};
    bool m_isMapped;
};

GstBuffer *dropped(GstBuffer *buffer)
{
    gst_buffer_unref(buffer);
    return nullptr;
}

/// Returns the pads of a name of all elements of a type.
std::vector<GstRef<GstPad>> padsOf(GstBin *bin, const char *type, const char *name)
{
    std::vector<GstRef<GstPad>> pads;
    GstIterator *elements = gst_bin_iterate_recurse(bin);
    GValue item = G_VALUE_INIT;
    for (bool isDone = false; !isDone;) {
        switch (gst_iterator_next(elements, &item)) {
        case GST_ITERATOR_OK: {
            auto *element = GST_ELEMENT(g_value_get_object(&item));
            const GstElementFactory *factory = gst_element_get_factory(element);
            if (factory && std::strcmp(GST_OBJECT_NAME(factory), type) == 0)
                pads.emplace_back(gst_element_get_static_pad(element, name));
            g_value_reset(&item);
            break;
        }
        case GST_ITERATOR_RESYNC: // an element was added meanwhile
            pads.clear();
            gst_iterator_resync(elements);
            break;
        case GST_ITERATOR_ERROR:
        case GST_ITERATOR_DONE:
            isDone = true;
        }
    }
    g_value_unset(&item);
    gst_iterator_free(elements);
    return pads;
}

/// Adds a probe to the pads. Returns false if there is none.
template <Pass pass>
bool probe(GstBin *bin, const char *type, const char *name, PipelineGuard *guard)
{
    const auto data = GstPadProbeType(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST);
    const auto pads = padsOf(bin, type, name);
    const auto isProbed = [&](const GstRef<GstPad> &pad) {
        return pad && gst_pad_add_probe(pad.get(), data, &onData<pass>, guard, nullptr) != 0;
    };
    return !pads.empty() && std::all_of(pads.begin(), pads.end(), isProbed);
}
}

bool PipelineGuard::guard(GstBin *webrtc)
{
    return probe<&PipelineGuard::ofSecret>(webrtc, "nicesrc", "src", this)
        && probe<&PipelineGuard::ofReport>(webrtc, "dtlssrtpdec", "rtcp_src", this)
        && probe<&PipelineGuard::ofMedia>(webrtc, "dtlssrtpdec", "rtp_src", this)
        && probe<&PipelineGuard::toSend>(webrtc, "nicesink", "sink", this);
}

/// Encrypted packets.
GstBuffer *PipelineGuard::ofSecret(GstBuffer *datagram)
{
    const bool passes = !m_isCut && m_gate.admits(Mapped(datagram).bytes(), Clock::now());
    return passes ? datagram : dropped(datagram);
}

/// Decrypted packets of RTCP.
GstBuffer *PipelineGuard::ofReport(GstBuffer *report)
{
    hear();
    QByteArray kept;
    {
        const Mapped mapped(report);
        kept = m_reports.filtered(mapped.bytes(), Clock::now());
        if (kept == mapped.bytes())
            return report;
    }
    gst_buffer_unref(report);
    return kept.isEmpty() ? nullptr : gst_buffer_new_memdup(kept.constData(), gsize(kept.size()));
}

/// Decrypted packets of RTP: viewers only receive.
GstBuffer *PipelineGuard::ofMedia(GstBuffer *packet) { return dropped(packet); }

GstBuffer *PipelineGuard::toSend(GstBuffer *datagram) { return m_isCut ? dropped(datagram) : datagram; }
