-- Each server looks every half second for sessions whose last token has just expired.
CREATE INDEX refresh_token_expires ON refresh_token (expires_at);
