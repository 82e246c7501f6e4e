namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>
/// Finds scenes among the terms of a reading. Each hit is tried with the few nearest hits before it that fill the other parts, so the time
/// grows with the number of hits and not with its square.
/// </summary>
internal static class Scenes
{
    /// <summary>Hits of each part that are remembered: terms within each other, and somebody named between.</summary>
    private const int Remembered = 4;

    private const int None = -1;

    /// <summary>The scenes that stand in a reading.</summary>
    /// <param name="reading">All readings of a text.</param>
    /// <param name="hits">Its terms, in order of their ends.</param>
    /// <param name="scenes">What to look for.</param>
    public static IEnumerable<Scene> In(string reading, IReadOnlyList<Hit> hits, IReadOnlyList<Scene> scenes)
    {
        var present = default(ConceptSet);
        foreach (var hit in hits)
        {
            present |= hit.Term.Concepts;
        }

        return present.IsEmpty ? [] : scenes.Where(scene => present.Holds(scene.All) && Stands(reading, hits, scene));
    }

    private static bool Stands(string reading, IReadOnlyList<Hit> hits, Scene scene)
    {
        Span<int> recent = stackalloc int[Scene.MostParts * Remembered];
        recent.Fill(None);
        Span<int> chosen = stackalloc int[Scene.MostParts];
        for (var i = 0; i < hits.Count; i++)
        {
            if (!hits[i].Term.Concepts.Shares(scene.All))
            {
                continue;
            }

            for (var part = 0; part < scene.Parts.Count; part++)
            {
                if (hits[i].Term.Concepts.Holds(scene.Parts[part]))
                {
                    chosen[part] = i;
                    if (Completes(reading, hits, scene, recent, chosen, part, 0))
                    {
                        return true;
                    }
                }
            }

            Remember(hits[i], i, scene, recent);
        }

        return false;
    }

    private static void Remember(Hit hit, int index, Scene scene, Span<int> recent)
    {
        for (var part = 0; part < scene.Parts.Count; part++)
        {
            if (hit.Term.Concepts.Holds(scene.Parts[part]))
            {
                var own = recent.Slice(part * Remembered, Remembered);
                own[..^1].CopyTo(own[1..]);
                own[0] = index;
            }
        }
    }

    private static bool Completes(
        string reading, IReadOnlyList<Hit> hits, Scene scene, Span<int> recent, Span<int> chosen, int newest, int part)
    {
        if (part == scene.Parts.Count)
        {
            return Fits(reading, hits, scene, chosen);
        }

        if (part == newest)
        {
            return Completes(reading, hits, scene, recent, chosen, newest, part + 1);
        }

        foreach (var index in recent.Slice(part * Remembered, Remembered))
        {
            if (index == None)
            {
                break;
            }

            chosen[part] = index;
            if (Completes(reading, hits, scene, recent, chosen, newest, part + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string reading, IReadOnlyList<Hit> hits, Scene scene, Span<int> chosen)
    {
        Span<int> inOrder = stackalloc int[scene.Parts.Count];
        chosen[..scene.Parts.Count].CopyTo(inOrder);
        inOrder.Sort((one, other) => hits[one].Start.CompareTo(hits[other].Start));
        for (var i = 1; i < inOrder.Length; i++)
        {
            var (before, after) = (hits[inOrder[i - 1]], hits[inOrder[i]]);
            var gap = after.Start - before.End;
            if (gap < 0 || gap > WindowAfter(before, scene))
            {
                return false;
            }
        }

        if (scene.Ordered && !inOrder.SequenceEqual(chosen[..scene.Parts.Count]))
        {
            return false;
        }

        var (first, last) = (hits[inOrder[0]], hits[inOrder[^1]]);
        return !reading.AsSpan(first.Start..last.End).Contains('\n') && !IsHarmless(reading, hits, scene, first, last);
    }

    private static int WindowAfter(Hit hit, Scene scene) => hit.Term.Kind == TermKind.Han ? scene.HanWindow : scene.Window;

    private static bool IsHarmless(string reading, IReadOnlyList<Hit> hits, Scene scene, Hit first, Hit last)
    {
        foreach (var hit in hits)
        {
            if (scene.IsDeniable && hit.Term.IsDenial && (Matches.Denies(reading, hit, first) || Matches.DeniesAfter(hit, last)))
            {
                return true;
            }

            if (!scene.Unless.IsEmpty && hit.Term.Concepts.Shares(scene.Unless)
                && hit.Start <= last.End + WindowAfter(last, scene) && hit.End >= first.Start - WindowAfter(hit, scene))
            {
                return true;
            }
        }

        return false;
    }
}
