namespace SoraFunctions.World.Gltf;

/// <summary>Reads the first animation of a model.</summary>
internal static class AnimationReader
{
    /// <summary>The first animation; one in which nothing moves when there is none.</summary>
    /// <param name="root">The model.</param>
    /// <param name="accessors">Its accessors.</param>
    /// <param name="morphs">Number of morph targets of each node's mesh.</param>
    /// <param name="warnings">Takes what is left out.</param>
    public static Animation Read(Place root, AccessorReader accessors, int[] morphs, List<string> warnings)
    {
        var animations = root.Items("animations");
        if (animations.Count == 0)
        {
            return Animation.None;
        }

        if (animations.Count > 1)
        {
            warnings.Add($"The model has {animations.Count} animations; the first is played.");
        }

        var samplers = animations[0].Items("samplers");
        return new([.. animations[0].Items("channels").Select(channel => Read(channel, samplers, accessors, morphs)).OfType<Channel>()]);
    }

    private static Channel? Read(Place place, IReadOnlyList<Place> samplers, AccessorReader accessors, int[] morphs)
    {
        var target = place.Required("target");
        Moved? moved = target.Text("path") switch
        {
            "translation" => Moved.Translation,
            "rotation" => Moved.Rotation,
            "scale" => Moved.Scale,
            "weights" => Moved.Weights,
            _ => null,
        };
        if (moved is not { } what || target.Index("node", morphs.Length, "nodes") is not { } node || (what == Moved.Weights && morphs[node] == 0))
        {
            return null;
        }

        var sampler = samplers[place.Index("sampler", samplers.Count, "samplers") ?? throw place.Broken("lacks \"sampler\"")];
        var interpolation = sampler.Text("interpolation") switch
        {
            null or "LINEAR" => Interpolation.Linear,
            "STEP" => Interpolation.Step,
            "CUBICSPLINE" => Interpolation.CubicSpline,
            var other => throw sampler.Broken($"has the interpolation {other}; LINEAR, STEP and CUBICSPLINE are known"),
        };
        var times = accessors.Floats(Required("input"), "SCALAR");
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] < (i == 0 ? 0 : times[i - 1]))
            {
                throw sampler.Broken($"has times that do not grow, at key {i}");
            }
        }

        var width = what switch { Moved.Weights => morphs[node], Moved.Rotation => 4, _ => 3 };
        var values = accessors.Floats(Required("output"), what switch { Moved.Weights => "SCALAR", Moved.Rotation => "VEC4", _ => "VEC3" });
        var expected = (long)times.Length * width * (interpolation == Interpolation.CubicSpline ? 3 : 1);
        return values.Length == expected
            ? new(node, what, interpolation, times, values, width)
            : throw sampler.Broken($"has {values.Length} numbers for {times.Length} keys; {expected} are needed");

        int Required(string name) => sampler.Index(name, accessors.Count, "accessors") ?? throw sampler.Broken($"lacks \"{name}\"");
    }
}
