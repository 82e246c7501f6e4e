using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>An animation: how nodes move, again and again.</summary>
internal sealed class Animation(IReadOnlyList<Channel> channels)
{
    /// <summary>Nothing moves.</summary>
    public static Animation None { get; } = new([]);

    /// <summary>Seconds until it begins anew; 0 when nothing moves.</summary>
    public float Duration { get; } = channels.Count == 0 ? 0 : channels.Max(channel => channel.Times[^1]);

    /// <summary>Whether it moves nodes, by node; weights do not count.</summary>
    public bool[] MovesNodes(int nodes) => Which(nodes, channel => channel.Moved != Moved.Weights);

    /// <summary>Whether it moves weights, by node.</summary>
    public bool[] MovesWeights(int nodes) => Which(nodes, channel => channel.Moved == Moved.Weights);

    /// <summary>Moves nodes to where they are at a time.</summary>
    /// <param name="time">In seconds, 0 or more; what has ended begins anew.</param>
    /// <param name="locals">How the nodes stand in their parents; changed.</param>
    /// <param name="weights">The weights of the nodes' meshes; changed.</param>
    public void Apply(double time, Transform[] locals, float[][] weights)
    {
        var at = Duration > 0 ? (float)(time % Duration) : 0;
        Span<float> value = stackalloc float[4];
        foreach (var channel in channels)
        {
            if (channel.Moved == Moved.Weights)
            {
                var sampled = new float[channel.Width];
                channel.Sample(at, sampled);
                weights[channel.Node] = sampled;
                continue;
            }

            channel.Sample(at, value);
            ref var local = ref locals[channel.Node];
            local = channel.Moved switch
            {
                Moved.Translation => local with { Translation = new(value) },
                Moved.Scale => local with { Scale = new(value) },
                _ => local with { Rotation = Unit(new(value[0], value[1], value[2], value[3])) },
            };
        }
    }

    private static Quaternion Unit(Quaternion q) => q.LengthSquared() > 1e-12f ? Quaternion.Normalize(q) : Quaternion.Identity;

    private bool[] Which(int nodes, Func<Channel, bool> counts)
    {
        var result = new bool[nodes];
        foreach (var channel in channels.Where(counts))
        {
            result[channel.Node] = true;
        }

        return result;
    }
}
