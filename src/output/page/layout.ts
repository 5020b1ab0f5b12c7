// SPDX-License-Identifier: GPL-3.0-or-later
// Places for things that are more or less alike, so that the like are near: stress majorization with the weights 1 / distance²
// (Gansner, Koren and North 2004, section 2.3), from a fixed start, then circles that overlap are moved apart. The same places every time.

export interface Place { x: number; y: number }

const STEPS = 300;
const NUDGES = 200;

/** Golden-angle spiral: even, and no two places alike. */
function spiral(count: number): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    const radius = Math.sqrt((index + 0.5) / count);
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

function step(places: Place[], distance: number[][]): void {
  places.forEach((place, i) => {
    let [x, y, total] = [0, 0, 0];
    places.forEach((other, j) => {
      const wanted = distance[i]?.[j] ?? 1;
      if (i === j) return;
      const [dx, dy] = [place.x - other.x, place.y - other.y];
      const apart = Math.hypot(dx, dy) || 1e-9;
      const weight = 1 / (wanted * wanted);
      x += weight * (other.x + (wanted * dx) / apart);
      y += weight * (other.y + (wanted * dy) / apart);
      total += weight;
    });
    if (total) [place.x, place.y] = [x / total, y / total];
  });
}

/** `distance` is symmetric and positive. */
export function arrange(distance: number[][]): Place[] {
  const places = spiral(distance.length);
  for (let i = 0; i < STEPS; i++) step(places, distance);
  return places;
}

/** Circles of these radii, in a box of this size, none over another where there is room. */
export function fit(places: Place[], radii: number[], width: number, height: number): Place[] {
  const span = (pick: (place: Place) => number) => {
    const values = places.map(pick);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { low, size: high - low || 1 };
  };
  const [across, down] = [span((place) => place.x), span((place) => place.y)];
  const most = Math.max(...radii, 0);
  const scaled = places.map(({ x, y }) => ({
    x: most + ((x - across.low) / across.size) * (width - 2 * most),
    y: most + ((y - down.low) / down.size) * (height - 2 * most),
  }));
  for (let i = 0; i < NUDGES; i++) nudge(scaled, radii, width, height);
  return scaled;
}

function nudge(places: Place[], radii: number[], width: number, height: number): void {
  const GAP = 6;
  places.forEach((place, i) => {
    for (let j = i + 1; j < places.length; j++) {
      const other = places[j] as Place;
      const [dx, dy] = [other.x - place.x, other.y - place.y];
      const apart = Math.hypot(dx, dy) || 1e-9;
      const lack = ((radii[i] ?? 0) + (radii[j] ?? 0) + GAP - apart) / 2;
      if (lack <= 0) continue;
      place.x -= (lack * dx) / apart;
      place.y -= (lack * dy) / apart;
      other.x += (lack * dx) / apart;
      other.y += (lack * dy) / apart;
    }
  });
  places.forEach((place, i) => {
    const radius = radii[i] ?? 0;
    place.x = Math.min(width - radius, Math.max(radius, place.x));
    place.y = Math.min(height - radius, Math.max(radius, place.y));
  });
}
