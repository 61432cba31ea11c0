-- Rating pads (评价器), whose seals make a rating provable, and the rules that nobody else makes one. core/sync/README.md says them.

INSERT INTO ow.kind (n, word, parents) VALUES (17, 'pad', '{}');
