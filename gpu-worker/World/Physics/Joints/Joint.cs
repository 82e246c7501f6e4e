namespace SoraFunctions.World.Physics.Joints;

/// <summary>
/// What holds two bodies together, or one to the world. A step asks for speeds that bring the joint together at its end, with impulses
/// along the directions at its beginning, then takes off the speeds that would tear it (SHAKE and RATTLE; Hairer, Lubich and Wanner,
/// "Geometric Numerical Integration", 2006, VII.1): anchors do not drift, and what is joined in free flight keeps its momentum, angular
/// momentum and energy.
/// </summary>
/// <param name="a">Index of the one body in the simulation; -1 for the world.</param>
/// <param name="b">Index of the other body.</param>
/// <param name="frameA">Where it sits in the one body, or in the world.</param>
/// <param name="frameB">Where it sits in the other body.</param>
public abstract class Joint(int a, int b, JointFrame frameA, JointFrame frameB)
{
    /// <summary>Index of the one body in the simulation; -1 for the world.</summary>
    public int A => a;

    /// <summary>Index of the other body.</summary>
    public int B => b;

    /// <summary>Where it sits in the one body, or in the world.</summary>
    public JointFrame FrameA => frameA;

    /// <summary>Where it sits in the other body.</summary>
    public JointFrame FrameB => frameB;

    /// <summary>Whether the two bodies touch each other too; parts of a figure that overlap at the joint do not.</summary>
    public bool Collides { get; init; }

    /// <summary>Whether it holds; a joint may be let go, and take hold again, during a run.</summary>
    public bool Holds { get; set; } = true;

    /// <summary>Whether it does work by itself, so that its bodies may gain energy and must not fall asleep.</summary>
    internal virtual bool Works => false;

    /// <summary>Measures the joint at the beginning of a step and starts from the impulses of the last one.</summary>
    internal abstract void Prepare(Body first, Body second, double step);

    /// <summary>Changes speeds so that the joint fits at the end of the step.</summary>
    internal abstract void Solve(Body first, Body second, double step);

    /// <summary>Measures the joint anew once the bodies have moved.</summary>
    internal abstract void Remeasure(Body first, Body second);

    /// <summary>Takes off the speeds that would tear it.</summary>
    internal abstract void Settle(Body first, Body second, double step);

    /// <summary>Forgets the impulses of earlier steps.</summary>
    internal abstract void Forget();

    /// <summary>Distance in metres between the two anchors, as they stand.</summary>
    internal double Gap(Body first, Body second) =>
        (second.Position + second.Orientation.Turn(frameB.Anchor) - first.Position - first.Orientation.Turn(frameA.Anchor)).Length;
}
