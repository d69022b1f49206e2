// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the browser for a security key when a form with data-key is sent, and sends the answer with the form.
'use strict';
(() => {
    const bytes = (text) =>
        Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
    const text = (buffer) =>
        btoa(String.fromCharCode(...new Uint8Array(buffer ?? []))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    const keys = (list) => (list ?? '').split(' ').filter(Boolean).map((id) => ({ type: 'public-key', id: bytes(id) }));

    const make = ({ challenge, rp, user, userName, keys: present }) =>
        navigator.credentials.create({
            publicKey: {
                challenge: bytes(challenge),
                rp: { id: rp, name: 'Waymark' },
                user: { id: new TextEncoder().encode(user), name: userName, displayName: userName },
                pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
                excludeCredentials: keys(present),
                authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
                attestation: 'none',
            },
        });
    const get = ({ challenge, rp, verify, keys: allowed }) =>
        navigator.credentials.get({
            publicKey: {
                challenge: bytes(challenge),
                rpId: rp,
                allowCredentials: keys(allowed),
                userVerification: verify,
            },
        });

    const send = async (form) => {
        const { id, response } = await (form.dataset.key === 'create' ? make : get)(form.dataset);
        const fields = form.elements;
        fields.credential_id.value = id;
        fields.client_data.value = text(response.clientDataJSON);
        fields.authenticator_data.value = text(response.authenticatorData ?? response.getAuthenticatorData());
        fields.signature.value = text(response.signature);
        fields.user_handle.value = text(response.userHandle);
        form.submit();
    };

    for (const form of document.querySelectorAll('form[data-key]')) {
        const told = form.querySelector('[data-told]');
        const tell = (message) => {
            told.textContent = message;
            told.hidden = false;
        };
        if (!window.PublicKeyCredential) {
            if (form.dataset.key === 'create') tell(form.dataset.unsupported);
            continue;
        }
        form.hidden = false;
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            told.hidden = true;
            send(form).catch((error) => tell(error.name === 'InvalidStateError' ? form.dataset.present : form.dataset.failed));
        });
    }
})();
