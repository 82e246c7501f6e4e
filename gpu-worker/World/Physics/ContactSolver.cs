namespace SoraFunctions.World.Physics;

/// <summary>Sequential impulses (Catto, "Iterative dynamics with temporal coherence", GDC 2005) over the points of a pair.</summary>
internal static class ContactSolver
{
    // Speed in m/s with which overlap is removed at most: faster would look like a kick.
    private const double FastestPush = 1.5;

    // Approach in m/s below which nothing bounces, so that things come to rest.
    private const double SlowestBounce = 0.06;

    public static void Prepare(Manifold manifold, Body? a, Body b, Vector3d gravity, double step)
    {
        manifold.U = manifold.Normal.Across();
        manifold.V = Vector3d.Cross(manifold.Normal, manifold.U);
        var fall = (b.Moves ? Vector3d.Dot(gravity, manifold.Normal) : 0) - (a is { Moves: true } ? Vector3d.Dot(gravity, manifold.Normal) : 0);
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            point.MassNormal = EffectiveMass(a, b, point, manifold.Normal);
            point.MassU = EffectiveMass(a, b, point, manifold.U);
            point.MassV = EffectiveMass(a, b, point, manifold.V);
            point.Largest = 0;
            var speed = Vector3d.Dot(Relative(a, b, point), manifold.Normal);

            // At the instant of touch, not of the step, or rebounds would depend on where in the step they fall.
            point.Approach = speed < 0 ? speed + (fall * Math.Min(Math.Max(point.Gap, 0) / -speed, step)) : speed;
        }

        manifold.RollingInertia = manifold.Rolling > 0
            ? Sum(b.InverseInertia, a?.InverseInertia ?? default).Inverse()
            : default;
    }

    public static void WarmStart(Manifold manifold, Body? a, Body b)
    {
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            Push(a, b, point, (manifold.Normal * point.Normal) + (manifold.U * point.FrictionU) + (manifold.V * point.FrictionV));
        }

        Turn(a, b, manifold.RollingImpulse);
    }

    public static void Solve(Manifold manifold, Body? a, Body b, double step, Softness softness)
    {
        double load = 0;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            var speed = Vector3d.Dot(Relative(a, b, point), manifold.Normal);
            var (bias, massScale, give) = point.Gap > 0
                ? (point.Gap / step, 1.0, 0.0)
                : (Math.Max(softness.Rate * point.Gap, -FastestPush), softness.Mass, softness.Impulse);
            var total = Math.Max(point.Normal - (point.MassNormal * massScale * (speed + bias)) - (give * point.Normal), 0);
            Push(a, b, point, manifold.Normal * (total - point.Normal));
            point.Normal = total;
            point.Largest = Math.Max(point.Largest, total);
            load += total;
        }

        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            var slip = Relative(a, b, point);
            var u = point.FrictionU - (point.MassU * Vector3d.Dot(slip, manifold.U));
            var v = point.FrictionV - (point.MassV * Vector3d.Dot(slip, manifold.V));
            var most = manifold.Friction * point.Normal;
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
            var spin = b.AngularVelocity - (a?.AngularVelocity ?? default);
            var total = manifold.RollingImpulse - (manifold.RollingInertia * spin);
            var most = manifold.Rolling * load;
            if (total.Length > most)
            {
                total = total.Unit() * most;
            }

            Turn(a, b, total - manifold.RollingImpulse);
            manifold.RollingImpulse = total;
        }
    }

    /// <summary>Whether the bodies meet fast enough to bounce.</summary>
    public static bool IsImpact(Manifold manifold)
    {
        for (var i = 0; i < manifold.Count; i++)
        {
            if (manifold.Points[i].Approach < -SlowestBounce)
            {
                return true;
            }
        }

        return false;
    }

    public static void Bounce(Manifold manifold, Body? a, Body b)
    {
        for (var i = 0; i < manifold.Count; i++)
        {
            ref var point = ref manifold.Points[i];
            if (point.Approach > -SlowestBounce || point.Largest == 0)
            {
                continue;
            }

            var speed = Vector3d.Dot(Relative(a, b, point), manifold.Normal);
            var total = Math.Max(point.Normal - (point.MassNormal * (speed + (manifold.Restitution * point.Approach))), 0);
            Push(a, b, point, manifold.Normal * (total - point.Normal));
            point.Normal = total;
            point.Largest = Math.Max(point.Largest, total);
        }
    }

    private static Vector3d Relative(Body? a, Body b, in ContactPoint point) =>
        a is null ? b.VelocityAt(point.OffsetB) : b.VelocityAt(point.OffsetB) - a.VelocityAt(point.OffsetA);

    private static void Push(Body? a, Body b, in ContactPoint point, Vector3d impulse)
    {
        a?.Push(-impulse, point.OffsetA);
        b.Push(impulse, point.OffsetB);
    }

    private static void Turn(Body? a, Body b, Vector3d impulse)
    {
        if (a is not null)
        {
            a.AngularVelocity -= a.InverseInertia * impulse;
        }

        b.AngularVelocity += b.InverseInertia * impulse;
    }

    private static double EffectiveMass(Body? a, Body b, in ContactPoint point, Vector3d direction)
    {
        var inverse = b.InverseMass + Resistance(b, point.OffsetB, direction);
        if (a is not null)
        {
            inverse += a.InverseMass + Resistance(a, point.OffsetA, direction);
        }

        return inverse > 0 ? 1 / inverse : 0;
    }

    private static double Resistance(Body body, Vector3d offset, Vector3d direction)
    {
        var lever = Vector3d.Cross(offset, direction);
        return Vector3d.Dot(lever, body.InverseInertia * lever);
    }

    private static Symmetric3 Sum(Symmetric3 a, Symmetric3 b) =>
        new(a.XX + b.XX, a.YY + b.YY, a.ZZ + b.ZZ, a.XY + b.XY, a.XZ + b.XZ, a.YZ + b.YZ);
}
