-- NUTS 3 and VUSC codes still have to be checked against the official list, but for one.
INSERT INTO region (code, register_code, name, to_verify) VALUES
    ('CZ010', '19', 'Hlavní město Praha', TRUE),
    ('CZ020', '27', 'Středočeský kraj', TRUE),
    ('CZ031', '35', 'Jihočeský kraj', TRUE),
    ('CZ032', '43', 'Plzeňský kraj', TRUE),
    ('CZ041', '51', 'Karlovarský kraj', FALSE),
    ('CZ042', '60', 'Ústecký kraj', TRUE),
    ('CZ051', '78', 'Liberecký kraj', TRUE),
    ('CZ052', '86', 'Královéhradecký kraj', TRUE),
    ('CZ053', '94', 'Pardubický kraj', TRUE),
    ('CZ063', '108', 'Vysočina', TRUE),
    ('CZ064', '116', 'Jihomoravský kraj', TRUE),
    ('CZ071', '124', 'Olomoucký kraj', TRUE),
    ('CZ072', '141', 'Zlínský kraj', TRUE),
    ('CZ080', '132', 'Moravskoslezský kraj', TRUE);

-- Codes and names as in list 65 of the statistical office; other districts come by import.
INSERT INTO orp (code, name, region_id)
SELECT listed.code, listed.name, region.id
FROM region
CROSS JOIN (
    SELECT '5101' AS code, 'Česká Lípa' AS name
    UNION ALL SELECT '5102', 'Frýdlant'
    UNION ALL SELECT '5103', 'Jablonec nad Nisou'
    UNION ALL SELECT '5104', 'Jilemnice'
    UNION ALL SELECT '5105', 'Liberec'
    UNION ALL SELECT '5106', 'Nový Bor'
    UNION ALL SELECT '5107', 'Semily'
    UNION ALL SELECT '5108', 'Tanvald'
    UNION ALL SELECT '5109', 'Turnov'
    UNION ALL SELECT '5110', 'Železný Brod'
) AS listed
WHERE region.code = 'CZ051'
ORDER BY listed.code;
