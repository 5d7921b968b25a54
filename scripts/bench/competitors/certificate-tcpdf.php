<?php
// Draws the certificates that stand on standard input as JSON, and prints what it took, as contest.ts does.
$task = json_decode(stream_get_contents(STDIN), true);
require 'tcpdf/tcpdf.php';
$faces = [];
// Fonts are converted once, into a folder of ours.
foreach ($task['faces'] as $name => $face) {
    $family = TCPDF_FONTS::addTTFfont($face['file'], 'TrueTypeUnicode', '', 32, $task['fontFolder'] . '/');
    $faces[$name] = [$family, $task['fontFolder'] . '/' . $family . '.php'];
}

function rgb(string $color): array { return sscanf($color, '#%02x%02x%02x'); }

function draw(array $drawing, array $faces): string
{
    [$width, $height] = [$drawing['width'], $drawing['height']];
    $pdf = new TCPDF('L', 'pt', [$width, $height], true, 'UTF-8');
    $pdf->setPrintHeader(false);
    $pdf->setPrintFooter(false);
    $pdf->SetMargins(0, 0, 0);
    $pdf->SetAutoPageBreak(false);
    $pdf->setCellPaddings(0, 0, 0, 0);
    $pdf->setFontSubsetting(false);
    $pdf->AddPage();
    foreach ($drawing['frames'] as $frame) {
        $inset = $frame['inset'];
        $style = ['all' => ['width' => $frame['stroke'], 'color' => rgb($drawing['accent'])]];
        $pdf->Rect($inset, $inset, $width - 2 * $inset, $height - 2 * $inset, 'D', $style);
    }
    foreach ($drawing['rules'] as $rule)
        $pdf->Line($rule['x'], $rule['y'], $rule['x'] + $rule['width'], $rule['y'], ['width' => $rule['stroke'], 'color' => rgb($rule['color'])]);
    ['d' => $d, 'x' => $x, 'y' => $y, 'scale' => $scale, 'color' => $color] = $drawing['logo'];
    $pdf->ImageSVG('@<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="' . $d . '" fill="' . $color . '"/></svg>', $x, $y, 24 * $scale, 24 * $scale);
    $qr = $drawing['qr'];
    $pdf->write2DBarcode($qr['text'], 'QRCODE,M', $qr['x'], $qr['y'], $qr['side'], $qr['side'], ['padding' => 0, 'fgcolor' => rgb($qr['color']), 'border' => false]);
    foreach ($drawing['lines'] as $line) {
        [$family, $definition] = $faces[$line['face']];
        $pdf->SetFont($family, '', $line['size'], $definition);
        $pdf->setFontSpacing($line['letterSpacing']);
        $pdf->SetTextColorArray(rgb($line['color']));
        $pdf->SetXY($line['x'] ?? 0, $line['y']);
        $pdf->Cell($line['x'] === null ? $width : 0, 0, $line['text'], 0, 0, $line['x'] === null ? 'C' : 'L', false, '', 0, false, 'L');
    }
    return $pdf->Output('', 'S');
}

function cpuMs(): float
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1000 + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1000;
}

$count = $task['count'];
for ($index = 0; $index < $task['warmUp']; $index++) draw($task['drawings'][$count + $index], $faces);
[$times, $size, $cpuBefore, $started] = [[], 0, cpuMs(), hrtime(true)];
for ($index = 0; $index < $count; $index++) {
    $before = hrtime(true);
    $pdf = draw($task['drawings'][$index], $faces);
    $times[] = (hrtime(true) - $before) / 1e6;
    $size += strlen($pdf);
    if ($index === 0) file_put_contents($task['sample'], $pdf);
    echo '@ ', $index + 1, "\n";
}
echo json_encode([
    'times' => $times,
    'wallMs' => (hrtime(true) - $started) / 1e6,
    'cpuMs' => (cpuMs() - $cpuBefore) / $count,
    'peakMegabytes' => getrusage()['ru_maxrss'] * 1024 / 1e6,
    'bytes' => $size / $count,
]), "\n";
