namespace SoraFunctions.World.Physics;

/// <summary>Sequential impulses (Catto, "Iterative dynamics with temporal coherence", GDC 2005) over the points of a pair.</summary>
internal static class ContactSolver
{
    // Speed in m/s with which overlap is removed at most: faster would look like a kick.
    private const double FastestPush = 1.5;

    // Approach in m/s below which nothing bounces, so that things come to rest.
    private const double SlowestBounce = 0.06;

    public static void Prepare(Manifold manifold, double step)
    {
        Body a = manifold.First, b = manifold.Second;
        manifold.U = manifold.Normal.Across();
        manifold.V = Vector3d.Cross(manifold.Normal, manifold.U);
        manifold.IsImpact = false;
        var kick = Vector3d.Dot(b.Kick - a.Kick, manifold.Normal);
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            point.MassNormal = EffectiveMass(a, b, point, manifold.Normal);
            point.MassU = EffectiveMass(a, b, point, manifold.U);
            point.MassV = EffectiveMass(a, b, point, manifold.V);
            point.Largest = 0;
            point.Approach = Approach(Vector3d.Dot(Relative(a, b, point), manifold.Normal) - kick, kick, point.Gap, step);
            manifold.IsImpact |= point.Approach < -SlowestBounce;
        }

        manifold.RollingInertia = manifold.Rolling > 0 ? (b.InverseInertia + a.InverseInertia).Inverse() : default;
    }

    public static void WarmStart(Manifold manifold)
    {
        Body a = manifold.First, b = manifold.Second;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            Push(a, b, point, (manifold.Normal * point.Normal) + (manifold.U * point.FrictionU) + (manifold.V * point.FrictionV));
        }

        Turn(a, b, manifold.RollingImpulse);
    }

    /// <summary>Stops what would go through, within the step, and pushes out what overlaps.</summary>
    public static void Solve(Manifold manifold, double step, Softness softness)
    {
        Body a = manifold.First, b = manifold.Second;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            var speed = Vector3d.Dot(Relative(a, b, point), manifold.Normal);
            var (bias, massScale, give) = point.Gap > 0
                ? (point.Gap / step, 1.0, 0.0)
                : (Math.Max(softness.Rate * point.Gap, -FastestPush), softness.Mass, softness.Impulse);
            Load(manifold, ref point, point.Normal - (point.MassNormal * massScale * (speed + bias)) - (give * point.Normal));
        }

        Rub(manifold);
    }

    /// <summary>Once the bodies have moved: how far they are apart now, and one place for both, or their impulses would turn the pair.</summary>
    public static void Remeasure(Manifold manifold, double step)
    {
        Body a = manifold.First, b = manifold.Second;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            var moved = (b.MoveBy + Vector3d.Cross(b.TurnBy, point.OffsetB) - a.MoveBy - Vector3d.Cross(a.TurnBy, point.OffsetA)) * step;
            point.Left = Math.Max(point.Gap + Vector3d.Dot(moved, manifold.Normal), 0);

            // The place goes along with what rolls, not with the surface that it rolls on.
            if (!b.Moves || (a.Moves && a.Shape is not Hull))
            {
                point.OffsetB = a.Position + point.OffsetA - b.Position;
            }
            else
            {
                point.OffsetA = b.Position + point.OffsetB - a.Position;
            }
        }
    }

    /// <summary>Once the bodies have moved: only speeds that lead further in are taken away.</summary>
    public static void Settle(Manifold manifold, double step)
    {
        Body a = manifold.First, b = manifold.Second;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            if (point.Largest == 0)
            {
                continue;
            }

            var speed = Vector3d.Dot(Relative(a, b, point), manifold.Normal);
            Load(manifold, ref point, point.Normal - (point.MassNormal * (speed + (point.Left / step))));
        }

        Rub(manifold);
    }

    /// <summary>Sends apart what has met, with its restitution.</summary>
    public static void Bounce(Manifold manifold)
    {
        Body a = manifold.First, b = manifold.Second;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            if (point.Largest > 0)
            {
                var back = point.Approach < -SlowestBounce ? manifold.Restitution * point.Approach : 0;
                var speed = Vector3d.Dot(Relative(a, b, point), manifold.Normal);
                Load(manifold, ref point, point.Normal - (point.MassNormal * (speed + back)));
            }
        }
    }

    // At the instant of touch, not of the step, or rebounds would depend on where in the step they fall.
    private static double Approach(double speed, double kick, double gap, double step)
    {
        if (speed >= 0 || gap <= 0)
        {
            return speed;
        }

        var atTouch = -Math.Sqrt(Math.Max((speed * speed) - (2 * kick / step * gap), 0));
        return kick < 0 ? Math.Max(atTouch, speed + kick) : atTouch;
    }

    private static void Load(Manifold manifold, ref ContactPoint point, double total)
    {
        total = Math.Max(total, 0);
        Push(manifold.First, manifold.Second, point, manifold.Normal * (total - point.Normal));
        point.Normal = total;
        point.Largest = Math.Max(point.Largest, total);
    }

    private static void Rub(Manifold manifold)
    {
        Body a = manifold.First, b = manifold.Second;
        double load = 0;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            load += point.Normal;
            var most = manifold.Friction * point.Normal;
            if (most == 0 && point.FrictionU == 0 && point.FrictionV == 0)
            {
                continue;
            }

            var slip = Relative(a, b, point);
            var u = point.FrictionU - (point.MassU * Vector3d.Dot(slip, manifold.U));
            var v = point.FrictionV - (point.MassV * Vector3d.Dot(slip, manifold.V));
            var length = Math.Sqrt((u * u) + (v * v));
            if (length > most)
            {
                (u, v) = (u * most / length, v * most / length);
            }

            Push(a, b, point, (manifold.U * (u - point.FrictionU)) + (manifold.V * (v - point.FrictionV)));
            (point.FrictionU, point.FrictionV) = (u, v);
        }

        if (manifold.Rolling > 0)
        {
            var total = manifold.RollingImpulse - (manifold.RollingInertia * (b.AngularVelocity - a.AngularVelocity));
            var most = manifold.Rolling * load;
            if (total.LengthSquared > most * most)
            {
                total = total.Unit() * most;
            }

            Turn(a, b, total - manifold.RollingImpulse);
            manifold.RollingImpulse = total;
        }
    }

    private static Vector3d Relative(Body a, Body b, in ContactPoint point) => b.VelocityAt(point.OffsetB) - a.VelocityAt(point.OffsetA);

    private static void Push(Body a, Body b, in ContactPoint point, Vector3d impulse)
    {
        a.Push(-impulse, point.OffsetA);
        b.Push(impulse, point.OffsetB);
    }

    private static void Turn(Body a, Body b, Vector3d impulse)
    {
        a.Twist(-impulse);
        b.Twist(impulse);
    }

    private static double EffectiveMass(Body a, Body b, in ContactPoint point, Vector3d direction)
    {
        var inverse = a.Yields(point.OffsetA, direction) + b.Yields(point.OffsetB, direction);
        return inverse > 0 ? 1 / inverse : 0;
    }
}
