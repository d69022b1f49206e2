// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/packetfeed.h"

#include <QByteArray>

class SessionOffer;

// The texts from which GStreamer makes the pipeline of a viewer, and what it answers. The former contain nothing of the
// offer but numbers and hexadecimal digits.

/// Returns the description of a pipeline with the elements `webrtc`, `video` for coded pictures, `ready` for their
/// packets and, unless `sound` is None, `sound`.
QByteArray pipelineText(const SessionOffer &offer, CodedFormat::Sound sound);
/// Returns the format of what `ready` sends. It states the profile that was offered, because an answer must, whatever
/// the profile of the camera is: decoders go by the parameter sets in the stream.
QByteArray packetCaps(const SessionOffer &offer);
/// Returns GStreamer's answer as the viewer gets it. GStreamer names each track after the number of tracks that the
/// process has had, which is nobody's business.
QByteArray answerText(const QByteArray &made);
