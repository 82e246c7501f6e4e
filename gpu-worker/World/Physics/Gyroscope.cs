namespace SoraFunctions.World.Physics;

/// <summary>Free rotation of a body whose moments of inertia differ.</summary>
internal static class Gyroscope
{
    /// <summary>Angular velocity after a step, all in the body's space: one Newton step of the implicit Euler equation.</summary>
    public static Vector3d After(Vector3d spin, Symmetric3 inertia, double step)
    {
        var momentum = inertia * spin;
        var residual = Vector3d.Cross(spin, momentum) * step;

        // Jacobian of I w + h w x I w: I + h (skew(w) I - skew(I w)), inverted by Cramer's rule over its columns.
        var a = Column(new(1, 0, 0), spin, momentum, inertia, step);
        var b = Column(new(0, 1, 0), spin, momentum, inertia, step);
        var c = Column(new(0, 0, 1), spin, momentum, inertia, step);
        var determinant = Vector3d.Dot(a, Vector3d.Cross(b, c));
        return spin - (new Vector3d(
            Vector3d.Dot(residual, Vector3d.Cross(b, c)),
            Vector3d.Dot(a, Vector3d.Cross(residual, c)),
            Vector3d.Dot(a, Vector3d.Cross(b, residual))) / determinant);
    }

    private static Vector3d Column(Vector3d axis, Vector3d spin, Vector3d momentum, Symmetric3 inertia, double step)
    {
        var turned = inertia * axis;
        return turned + ((Vector3d.Cross(spin, turned) + Vector3d.Cross(axis, momentum)) * step);
    }
}
