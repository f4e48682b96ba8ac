print("bounds")
