// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#define GST_USE_UNSTABLE_API // the library of WebRTC declares itself so in all versions
#include <gst/app/gstappsrc.h>
#include <gst/gst.h>
#include <gst/sdp/sdp.h>
#include <gst/webrtc/webrtc.h>

#include <memory>

/// Frees an object of GStreamer or GLib with the function for its type.
struct GstFree
{
    void operator()(gchar *text) const { g_free(text); }
    void operator()(GError *error) const { g_error_free(error); }
    void operator()(GstPromise *promise) const { gst_promise_unref(promise); }
    void operator()(GstStructure *structure) const { gst_structure_free(structure); }
    void operator()(GstSDPMessage *message) const { gst_sdp_message_free(message); }
    void operator()(GstWebRTCSessionDescription *description) const
    {
        gst_webrtc_session_description_free(description);
    }
};

template <typename T>
using GstOwned = std::unique_ptr<T, GstFree>;

struct GstUnref
{
    void operator()(void *object) const { g_object_unref(object); }
};

/// A reference to an object.
template <typename T>
using GstRef = std::unique_ptr<T, GstUnref>;

/// Returns a property whose value is an object, or null.
template <typename T>
GstRef<T> objectOf(gpointer object, const char *property)
{
    T *value = nullptr;
    g_object_get(object, property, &value, nullptr);
    return GstRef<T>(value);
}
